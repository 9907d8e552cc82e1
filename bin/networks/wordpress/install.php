<?php
// install.php: makes the blog's tables, a user of each role and an application password for each; prints them as JSON.
define('WP_INSTALLING', true);
$_SERVER['HTTP_HOST'] = parse_url(getenv('WP_SITE'), PHP_URL_HOST) . ':' . parse_url(getenv('WP_SITE'), PHP_URL_PORT);
$_SERVER['REQUEST_URI'] = '/';
$database = new mysqli(null, 'root', '', '', 0, getenv('WP_DIR') . '/database.sock');
$database->query('create database if not exists wp character set utf8mb4');

require getenv('WP_DIR') . '/site/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install('Trial Blog', 'admin', 'admin@example.org', false, '', 'admin-main-password');
update_option('permalink_structure', getenv('PLAIN') ? '' : '/%postname%/');
flush_rewrite_rules();
foreach (['editor' => 'editor', 'author' => 'author', 'reader' => 'subscriber'] as $name => $role) {
    wp_insert_user(['user_login' => $name, 'user_pass' => "$name-main-password", 'user_email' => "$name@example.org",
        'display_name' => ucfirst($name), 'role' => $role]);
}
$users = [];
foreach (['admin', 'editor', 'author', 'reader'] as $name) {
    $user = get_user_by('login', $name);
    [$password] = WP_Application_Passwords::create_new_application_password($user->ID, ['name' => 'parvi']);
    $users[$name] = ['id' => $user->ID, 'password' => $password];
}
echo json_encode($users), "\n";
