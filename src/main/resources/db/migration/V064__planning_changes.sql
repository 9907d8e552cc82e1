-- The calendar shows what became of each post.
call changes_planning('delivery');
