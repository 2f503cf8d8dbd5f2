-- Turns the tables of a store into Citus tables: those of accounts sharded by account_id and
-- co-located, the directory on every node. schema_history stays where the migrations find it.
SELECT create_reference_table('account');
SELECT create_reference_table('application');
SELECT create_reference_table('access_grant');
SELECT create_reference_table('authorization_code');
SELECT create_reference_table('instance_key');
SELECT create_distributed_table('business_order', 'account_id', colocate_with => 'none');
SELECT create_distributed_table('business_order_line', 'account_id', colocate_with => 'business_order');
SELECT create_distributed_table('kept_view', 'account_id', colocate_with => 'business_order');
SELECT create_distributed_table('piece', 'account_id', colocate_with => 'business_order');
SELECT create_distributed_table('purchase_transaction', 'account_id', colocate_with => 'business_order');
SELECT create_distributed_table('purchase_transaction_line', 'account_id', colocate_with => 'business_order');
SELECT create_distributed_table('seller_order', 'account_id', colocate_with => 'business_order');
SELECT create_distributed_table('settled', 'account_id', colocate_with => 'business_order');
SELECT create_distributed_table('throttle_bucket', 'account_id', colocate_with => 'business_order');
