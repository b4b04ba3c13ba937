"""Every sentence that stands for a code, said alike in the window and on the command line. No Qt."""
