-- What team keeps of a brand goes when the brand goes.
alter table audit add foreign key (brand_id) references brand (id) on delete cascade;
alter table invitation add foreign key (brand_id) references brand (id) on delete cascade;

-- A member who looks from within one brand sees that one only; their other brands show where none is entered.
drop policy own_seats on membership;
create policy own_seats on membership for select to desk
    using (current_brand() is null and member_id = current_member());
drop policy own_brands on brand;
create policy own_brands on brand for select to desk
    using (current_brand() is null and id in (select m.brand_id from membership m where m.member_id = current_member()));
