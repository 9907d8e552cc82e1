<?php
// For PHP's own server: files as they are, everything else to WordPress.
$root = $_SERVER['DOCUMENT_ROOT'];
$path = parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
if ($path !== '/' && is_file($root . $path)) {
    return false;
}
if ($path !== '/' && is_dir($root . $path) && is_file("$root$path/index.php")) {
    $_SERVER['SCRIPT_NAME'] = rtrim($path, '/') . '/index.php';
    chdir($root . $path);
    require "$root$path/index.php";
    return;
}
$_SERVER['SCRIPT_NAME'] = '/index.php';
require "$root/index.php";
