"""The only owner of tables: the library file, its tables, and the queries that more than one service asks."""
