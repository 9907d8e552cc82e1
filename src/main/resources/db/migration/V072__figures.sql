create index conversation_delivery on conversation (brand_id, delivery_id) where delivery_id is not null;
