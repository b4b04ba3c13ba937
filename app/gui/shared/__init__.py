"""What students' and teachers' pages share: places, the page contract, the desk, and pages that both open."""
