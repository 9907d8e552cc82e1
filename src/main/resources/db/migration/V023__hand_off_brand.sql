alter table hand_off add foreign key (brand_id) references brand (id) on delete cascade;
