-- Place in the list: 2 is archived. Closed conversations of before had none.
UPDATE conversation SET recents = 2 WHERE row ->> '$.kind.customer.ownership.state' = 'closed';
