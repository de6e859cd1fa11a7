<?php
// Records how PHP itself reads forms, as a table of lines of JSON: what was sent, and what came.
//
//   php .ci/php-forms.php SEED CASES > table
//
// The bodies are those written by hand below, and CASES made from the seed. Each goes to PHP's own
// server, which runs this file too and answers with $_POST or $_GET. In the table a character is a
// byte, so that any bytes can be told. The first line says the version and the seed.

if (PHP_SAPI === 'cli-server') {
    echo json_encode(bytes_as_text($_SERVER['REQUEST_METHOD'] === 'POST' ? $_POST : $_GET), JSON_FORCE_OBJECT);
    return;
}

/** The same array, in which each byte of a key or a text is a character of its own. */
function bytes_as_text($value)
{
    if (is_array($value)) {
        $result = [];
        foreach ($value as $key => $element) {
            $result[bytes_as_text((string) $key)] = bytes_as_text($element);
        }
        return $result;
    }
    return preg_replace_callback('/[\x80-\xff]/', fn($m) => chr(0xC0 | ord($m[0]) >> 6) . chr(0x80 | ord($m[0]) & 0x3F), $value);
}

const FORM = 'application/x-www-form-urlencoded';

/** The cases written by hand: each a type of content, and a body. */
function cases_by_hand()
{
    $cases = [];
    foreach (
        [
            '', 'a', '=a', '&', '&&', 'a=1', 'a=1&a=2', 'a=1=2', 'a&b', '&a=1&&b=2&', 'a=1;b=2',
            'note=We are 100% sure', 'note=20% off', 'a=%', 'a=%4', 'a=%4g', 'a=%g4', 'a=%%41', '%41=1', 'a=%2B+%20',
            'a=%C3%A9', 'a=é', 'a=%FF', '%C3=1', 'a=1%00b', 'a%00b=1', 'media[0][a%00b]=1', 'media[0][%00]=1', '%00=1',
            'tags=', 'tags[]=', 'tags', 'tags[]', 'tags[]=&tags=', 'tags=&tags[]=',
            'tags[5]=a&tags[]=b&tags[1]=c', 'tags[]=a&tags[0]=b', 'tags[-5]=a&tags[]=b', 'tags[007]=a&tags[]=b',
            'tags[x]=a&tags[]=b', 'tags[1]=a&tags[01]=b&tags[1]=c', 'tags[ 1]=a&tags[]=b', 'tags[+1]=a&tags[]=b',
            'tags[1.5]=a&tags[]=b', 'tags[1e3]=a&tags[]=b', 'tags[-0]=a&tags[]=b', 'tags[0]=a&tags[-1]=b&tags[]=c',
            'tags[9223372036854775806]=a&tags[]=b&tags[]=c', 'tags[9223372036854775807]=a&tags[]=b&tags[x]=c',
            'tags[9223372036854775808]=a&tags[]=b', 'tags[99999999999999999999]=a&tags[]=b',
            'tags[9223372036854775807]=a&tags[][b]=c', 'tags[-9223372036854775808]=a&tags[]=b',
            'tags[-9223372036854775809]=a&tags[]=b',
            'media[0][]=x', 'media[][]=x&media[][]=y', 'media[]=026', 'media[0][size][w]=1', 'media[0]=x&media[0][url]=y',
            'media[0][url]=x&media[0]=y', 'media[0][url]=1&media[1][url]=2&media[0][alt]=3', 'media[url]=x',
            'tags=x&tags[]=a', 'tags[]=a&tags=x', 'tags[a]=1&tags[a][b]=2', 'tags[a][b]=1&tags[a]=2',
            'tags[=A', 'tags[a=A', 'tags[a]b=1', 'tags]=1', 'tags]a[=1', 'tags[a][b=1', 'tags[a][=1', 'tags[][b=1',
            'tags[a]b[c]=1', 'tags[[a]]=1', 'tags[[]=1', 'tags[]]=1', 'tags[a[b]]=1', 'tags[a[b=1', 'tags[a.b=1', 'tags[ a.b=1',
            'tags[a b[c.d=1', '[=1', '[]=1', '[a]=1', ']=1', 'a[ ]=1', 'a[  ]=1', 'a[%09]=1', 'a[%0A]=1', 'a[%0B]=1', 'a[%0C]=1',
            'a[%0D]=1', 'a[%1F]=1', 'a[%A0]=1', 'a[ b]=1', 'a[b ]=1', 'a[ ]]=1', 'a[ =1',
            'a.b=1&c d=2', 'a.b[c.d e]=1', ' a=1', '  a  b =1', ' =1', '+a=1', '%20a=1', '.=1', '_=1', 'a%2Eb=1', '%0Aa=1', '%09a=1',
            'a.b=1&a_b=2', '__Host-a=1', '..Host-a=1', '_.Host-a=1', ' __Host-a=1', '__Secure-a=1', '. Secure-a=1', '__host-a=1',
            '..Host-[a]=1', '__Host-[a=1', '..Host-', '._Host-x[]=1',
            'this=1', 'GLOBALS[a]=1', '_POST=1', 'a%5B%5D=1', 'a%5Bb%5D%5Bc%5D=1', 'a%255B%255D=1', 'a%5B=1', 'a%5D=1',
            "a=1\r\n", "a=1\nb=2", "a\r\n=1", "a=\0", "a\0b=1", 'a' . str_repeat('[b]', 63) . '=1', 'a' . str_repeat('[b]', 64) . '=1',
            'a' . str_repeat('[b]', 65) . '=1', 'a[x]=1&a' . str_repeat('[b]', 65) . '=1', 'a' . str_repeat('[b]', 65) . '=1&a[]=2',
            'a=1&' . 'b' . str_repeat('[]', 65) . '=1', 'a' . str_repeat('[b]', 64) . '[c=1',
            str_repeat('a[]&', 999), str_repeat('a[]&', 1000), str_repeat('a[]&', 1001), str_repeat('a[]&', 1002),
            'a=' . str_repeat('x', 20000),
        ] as $body
    ) {
        $cases[] = [FORM, $body];
    }
    foreach (
        [
            null, '', 'application/x-www-form-urlencoded; charset=UTF-8', 'application/x-www-form-urlencoded;charset=x',
            'application/x-www-form-urlencoded,', 'application/x-www-form-urlencoded x', 'Application/X-WWW-Form-URLEncoded',
            'application/x-www-form-urlencoded-foo', 'application/x-www-form-urlencodedx', 'application/x-www-form',
            'application/json', 'text/plain', 'x application/x-www-form-urlencoded', '; application/x-www-form-urlencoded',
            "application/x-www-form-urlencoded\t; charset=UTF-8", 'multipart/form-datax; boundary=x',
        ] as $type
    ) {
        $cases[] = [$type, 'note=Hi&tags[]=VIP'];
    }
    $part = "Content-Disposition: form-data; name=";
    foreach (
        [
            ['x', "$part\"note\"\r\n\r\nHi"], ['"x y"', "$part\"note\"\r\n\r\nHi"], ['x; charset=utf-8', "$part\"note\"\r\n\r\nHi"],
            ['x', "{$part}note\r\n\r\nHi"], ['x', "$part\"a\\\"b\"\r\n\r\nHi"], ['x', "$part\"a\\\\b\"\r\n\r\nHi"],
            ['x', "$part\"a%22b\"\r\n\r\nHi"], ['x', "$part\"a\\b\"\r\n\r\nHi"], ['x', "$part\"tags[]\"\r\n\r\n"],
            ['x', "$part\"tags[5]\"\r\n\r\na", "$part\"tags[]\"\r\n\r\nb", "$part\"tags[1]\"\r\n\r\nc"],
            ['x', "$part\"a.b c\"\r\n\r\n100% + 1&b=2"], ['x', "$part\"note\"\r\n\r\na\r\nb --x"], ['x', "$part\"note\"\r\n\r\n\r\n"],
            ['x', "$part\"note\"\r\nContent-Type: text/plain; charset=utf-8\r\n\r\né"], ['x', "content-disposition: form-data; NAME=\"note\"\r\n\r\nHi"],
            ['x', "Content-Type: text/plain\r\n$part\"note\"\r\n\r\nHi"], ['x', "$part\"file\"; filename=\"a.txt\"\r\n\r\nHi", "$part\"note\"\r\n\r\nHo"],
            ['x', "$part\"file\"; filename=\"a; name=b\"\r\n\r\nHi", "$part\"note\"\r\n\r\nHo"], ['x', "Content-Disposition: form-data; x=\"; name=no\"; name=\"yes\"\r\n\r\nHi"],
            ['x', "$part\"media[0][url]\"\r\n\r\nu", "$part\"media[0][alt]\"\r\n\r\n"], ['x', "$part\"\"\r\n\r\nHi"], ['x', "$part\"n\\\xC3\xA9\"\r\n\r\nHi"],
        ] as $parts
    ) {
        $cases[] = multipart(array_shift($parts), $parts);
    }
    $cases[] = ['multipart/form-data; boundary=x', "preamble\r\n--x\r\n$part\"note\"\r\n\r\nHi\r\n--x--\r\nepilogue"];
    foreach (['a=1&b[]=2&b[]=3', 'a.b=1', 'tags[5]=a&tags[]=b', 'a[=1', 'a=%', '&&a', 'a=1=2'] as $query) {
        $cases[] = ['query', $query];
    }
    return $cases;
}

function multipart($boundary, $parts)
{
    $line = '--' . trim(explode(';', $boundary)[0], '"');
    $body = '';
    foreach ($parts as $part) {
        $body .= "$line\r\n$part\r\n";
    }
    return ['multipart/form-data; boundary=' . $boundary, "$body$line--\r\n"];
}

function pick(array $choices)
{
    return $choices[mt_rand(0, count($choices) - 1)];
}

function chance($percent)
{
    return mt_rand(1, 100) <= $percent;
}

function random_text()
{
    $text = '';
    for ($i = mt_rand(0, 6); $i > 0; $i--) {
        $text .= pick(['a', 'B', '0', ' ', '.', '_', '%', '+', '&', '=', '[', ']', "\0", "\r\n", "\t", '/', '"', "'", '\\', ';', ',', 'é', '👋', '100%', '%zz']);
    }
    return $text;
}

function random_name()
{
    $name = pick(['tags', 'tags', 'tags', 'media', 'note', 'a', 'a.b', ' a', 'c d', '', '__Host-x', '..Host-x', random_text()]);
    for ($i = mt_rand(0, 3); $i > 0; $i--) {
        $key = pick(['', '', '', '0', '1', '2', '5', '007', '-1', '-0', 'url', 'x.y', ' ', ' a', '9223372036854775807', random_text()]);
        $name .= chance(94) ? "[$key]" : pick(["[$key", "$key]", "[[$key]", "[$key]]", "[$key]x"]);
    }
    return $name;
}

/** Percent-encodes: what would end the field always, all else as it falls. */
function encoded($text, $often)
{
    return preg_replace_callback(
        '/./s',
        fn($m) => strpos("&=%+\0#", $m[0]) === false && !chance($often)
            ? $m[0]
            : ($m[0] === ' ' && chance(50) ? '+' : sprintf(chance(50) ? '%%%02X' : '%%%02x', ord($m[0]))),
        $text
    );
}

function random_case()
{
    if (chance(10)) {
        $body = '';
        for ($i = mt_rand(0, 40); $i > 0; $i--) {
            $body .= pick(['[', ']', '=', '&', '%', '+', 'a', '0', '5', 't', '.', ' ', '%5B', '%5D', '%00', '[]', '[]=', '&t[', '&t[]=']);
        }
        return [FORM, $body];
    }
    if (chance(20)) {
        $parts = [];
        for ($i = mt_rand(1, 5); $i > 0; $i--) {
            $name = str_replace(["\r", "\n", "\0", '\\', '"'], ['', '', '', '\\\\', '\\"'], random_name());
            $file = chance(10) ? '; filename="a.txt"' : '';
            $parts[] = (chance(20) ? "Content-Type: text/plain\r\n" : '') . "Content-Disposition: form-data; name=\"$name\"$file\r\n\r\n" . random_text();
        }
        return multipart('----boundary' . mt_rand(), $parts);
    }
    $often = pick([0, 0, 30, 100]);
    $pairs = [];
    for ($i = mt_rand(1, 6); $i > 0; $i--) {
        $pairs[] = encoded(random_name(), $often) . (chance(95) ? '=' . encoded(random_text(), $often) : '');
    }
    return [chance(10) ? pick([null, FORM . '; charset=UTF-8', FORM . '-foo', 'text/plain', strtoupper(FORM)]) : FORM, implode('&', $pairs)];
}

/** Sends a case to the server at this port, and returns what PHP made of it, as JSON. */
function sent($port, $type, $body)
{
    $socket = stream_socket_client("tcp://127.0.0.1:$port", $number, $words, 10);
    $head = "Host: php\r\nConnection: close\r\n";
    if ($type === 'query') {
        fwrite($socket, "GET /?$body HTTP/1.1\r\n$head\r\n");
    } else {
        $head .= $type === null ? '' : "Content-Type: $type\r\n";
        fwrite($socket, "POST / HTTP/1.1\r\n{$head}Content-Length: " . strlen($body) . "\r\n\r\n$body");
    }
    $answer = explode("\r\n\r\n", stream_get_contents($socket), 2);
    fclose($socket);
    if (strncmp($answer[0], 'HTTP/1.1 200', 12) !== 0 || json_decode($answer[1]) === null) {
        fwrite(STDERR, "PHP failed on " . json_encode([$type, bytes_as_text($body)]) . ": " . implode("\n", $answer) . "\n");
        exit(1);
    }
    return $answer[1];
}

[, $seed, $count] = $argv;
mt_srand((int) $seed);
$cases = cases_by_hand();
for ($i = 0; $i < $count; $i++) {
    $cases[] = random_case();
}
for ($port = 0; $port === 0;) {
    $free = stream_socket_server('tcp://127.0.0.1:0');
    $port = (int) substr(strrchr(stream_socket_get_name($free, false), ':'), 1);
    fclose($free);
}
// Without a php.ini, so with the limits that PHP has by itself.
$command = [PHP_BINARY, '-n', '-d', 'display_errors=0', '-d', 'log_errors=0', '-S', "127.0.0.1:$port", __FILE__];
$server = proc_open($command, [['file', '/dev/null', 'r'], ['file', '/dev/null', 'w'], ['file', '/dev/null', 'w']], $pipes);
for ($attempt = 0; !@fsockopen('127.0.0.1', $port); $attempt++) {
    if ($attempt === 100) {
        fwrite(STDERR, "PHP's server does not answer\n");
        exit(1);
    }
    usleep(50000);
}
echo json_encode(['php' => PHP_VERSION, 'seed' => (int) $seed, 'cases' => count($cases)]), "\n";
foreach ($cases as [$type, $body]) {
    $utf8 = preg_match('//u', strpos((string) $type, 'multipart/') === 0 ? $body : urldecode($body)) === 1;
    $row = json_encode(['type' => $type, 'body' => bytes_as_text($body), 'utf8' => $utf8], JSON_UNESCAPED_SLASHES);
    echo substr($row, 0, -1), ',"has":', sent($port, $type, $body), "}\n";
}
proc_terminate($server);
