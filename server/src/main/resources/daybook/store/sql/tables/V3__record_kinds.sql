-- Stores keep more than one kind of record. A view is of one kind, and only a record of that kind
-- can lack a piece of it.
-- sorted_by: bit i is set while every piece of the view stands where the i-th sort column of its
-- record's table says, so that indexes which go on with that column yield pages in order.
ALTER TABLE kept_view ADD COLUMN kind ${text} NOT NULL DEFAULT 'BUSINESS_ORDER';
ALTER TABLE kept_view RENAME COLUMN by_order_date TO sorted_by;
