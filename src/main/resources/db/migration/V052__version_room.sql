-- Room on each page for a version's next form: a seal then touches none of the table's four indexes.
alter table version set (fillfactor = 85);
