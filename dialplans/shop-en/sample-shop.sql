-- The sample shop that shop-en and shop-zh ask: orders, refunds and payments, with dates around today; and what callers
-- asked for. Loaded at every start while the sample is switched on: orders, refunds and payments are then as written here,
-- what callers asked for stays. H2 and PostgreSQL. English callers pay in USD, Chinese ones in CNY.
create table if not exists shop_order (
  number varchar(8) primary key,
  currency char(3) not null,
  total_minor bigint not null,
  status varchar(16) not null,
  item_en varchar(40) not null,
  item_zh varchar(40) not null,
  ordered_on date not null,
  due_on date,
  delivered_on date);
create table if not exists shop_refund (
  order_number varchar(8) primary key,
  currency char(3) not null,
  amount_minor bigint not null,
  status varchar(16) not null,
  paid_on date not null);
create table if not exists shop_payment (
  order_number varchar(8) primary key,
  status varchar(16) not null);
create table if not exists shop_request (
  request_key varchar(120) primary key,
  kind varchar(8) not null,
  order_number varchar(8) not null,
  currency char(3) not null,
  amount_minor bigint not null,
  requested_on date not null,
  unique (kind, order_number));

delete from shop_order;
insert into shop_order (number, currency, total_minor, status, item_en, item_zh, ordered_on, due_on, delivered_on) values
  ('12345678', 'USD',  8900, 'on-its-way', 'headset',        '耳机',   current_date - 3,  current_date + 2, null),
  ('23456789', 'USD', 12950, 'delayed',    'coffee machine', '咖啡机', current_date - 9,  current_date + 5, null),
  ('34567890', 'USD',  7500, 'delivered',  'winter jacket',  '羽绒服', current_date - 12, null, current_date - 6),
  ('45678901', 'USD',  2490, 'packed',     'desk lamp',      '台灯',   current_date - 1,  current_date + 3, null),
  ('56789012', 'USD',  6400, 'cancelled',  'pair of running shoes',  '运动鞋', current_date - 4,  null, null),
  ('78901234', 'USD',  3200, 'on-its-way', 'desk lamp',      '台灯',   current_date - 2,  current_date + 1, null),
  ('89012345', 'USD',  5200, 'delivered',  'headset',        '耳机',   current_date - 8,  null, current_date - 4),
  ('67890123', 'USD',  1250, 'delivered',  'phone case',     '手机壳', current_date - 60, null, current_date - 55),
  ('87654321', 'CNY', 29900, 'on-its-way', 'headset',        '耳机',   current_date - 3,  current_date + 2, null),
  ('76543210', 'CNY', 89900, 'delayed',    'coffee machine', '咖啡机', current_date - 9,  current_date + 5, null),
  ('65432109', 'CNY', 56800, 'delivered',  'winter jacket',  '羽绒服', current_date - 12, null, current_date - 6),
  ('54321098', 'CNY', 12850, 'packed',     'desk lamp',      '台灯',   current_date - 1,  current_date + 3, null),
  ('43210987', 'CNY', 39900, 'cancelled',  'pair of running shoes',  '运动鞋', current_date - 4,  null, null),
  ('21098765', 'CNY', 12850, 'on-its-way', 'desk lamp',      '台灯',   current_date - 2,  current_date + 1, null),
  ('10987654', 'CNY', 29900, 'delivered',  'headset',        '耳机',   current_date - 8,  null, current_date - 4),
  ('32109876', 'CNY',  3580, 'delivered',  'phone case',     '手机壳', current_date - 60, null, current_date - 55);

delete from shop_refund;
insert into shop_refund (order_number, currency, amount_minor, status, paid_on) values
  ('34567890', 'USD',  7500, 'paid',      current_date - 1),
  ('56789012', 'USD',  6400, 'approved',  current_date + 1),
  ('23456789', 'USD', 12950, 'in-review', current_date + 3),
  ('67890123', 'USD',  1250, 'rejected',  current_date - 40),
  ('65432109', 'CNY', 56800, 'paid',      current_date - 1),
  ('43210987', 'CNY', 39900, 'approved',  current_date + 1),
  ('76543210', 'CNY', 89900, 'in-review', current_date + 3),
  ('32109876', 'CNY',  3580, 'rejected',  current_date - 40);

delete from shop_payment;
insert into shop_payment (order_number, status) values
  ('12345678', 'paid-twice'), ('78901234', 'paid-twice'), ('89012345', 'paid'), ('34567890', 'paid'), ('67890123', 'paid'),
  ('45678901', 'low-balance'), ('23456789', 'over-limit'),
  ('87654321', 'paid-twice'), ('21098765', 'paid-twice'), ('10987654', 'paid'), ('65432109', 'paid'), ('32109876', 'paid'),
  ('54321098', 'low-balance'), ('76543210', 'over-limit');
