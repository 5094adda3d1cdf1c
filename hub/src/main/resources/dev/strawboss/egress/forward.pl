# Passes connections to 127.0.0.1:PORT on to a Unix socket, for a command in a network namespace that has nothing else.
# Usage: perl forward.pl SOCKET PORT COMMAND...
# It listens before the command starts. The command takes the place of this process, so its exit status, its signals and its
# children are its own; what forwards is a child of nobody and ends with the command.
# No modules: they would cost more than all the rest, strict alone a millisecond of a processor; a test compiles this with it.
# The numbers are Linux's, the same on x86_64 and aarch64.

my ($socket, $port, @command) = @ARGV;
my ($AF_UNIX, $AF_INET, $STREAM, $SOL_SOCKET, $REUSEADDR, $F_SETFL, $NONBLOCK) = (1, 2, 1, 1, 2, 4, 04000);
my ($EINTR, $EAGAIN, $ENOENT) = (4, 11, 2);
my $MOST = 400;    # connections at once; more wait
my $PIECE = 65536;
my $AWAY = "Strawboss: the hub is not there just now; try again.\n";
my $BAD_GATEWAY = "HTTP/1.1 502 Bad Gateway\r\nContent-Type: text/plain\r\nContent-Length: " . length($AWAY)
    . "\r\nConnection: close\r\n\r\n$AWAY";

sub fail {
    print STDERR "strawboss: the way to the hub cannot be opened: $_[0]: $!\n";
    exit 126;
}

socket(my $listener, $AF_INET, $STREAM, 0) or fail('socket');
setsockopt($listener, $SOL_SOCKET, $REUSEADDR, pack('l', 1)) or fail('setsockopt');
bind($listener, pack('S n C4 x8', $AF_INET, $port, 127, 0, 0, 1)) or fail("bind to port $port");
listen($listener, 512) or fail('listen');
my $command = $$;
my $child = fork;
defined $child or fail('fork');
if ($child) {
    waitpid($child, 0);
    $? == 0 or fail('fork');
    close $listener;
    exec { $command[0] } @command;
    my $why = $! + 0;
    print STDERR "strawboss: $command[0]: $!\n";
    exit($why == $ENOENT ? 127 : 126);
}
my $forwarder = fork;
defined $forwarder or exit 1;
exit 0 if $forwarder;

$SIG{$_} = 'IGNORE' for qw(TERM INT HUP QUIT PIPE USR1 USR2 TSTP TTIN TTOU);
setpgrp(0, 0);
chdir '/';
open(STDIN, '<', '/dev/null');
open(STDOUT, '>', '/dev/null');
open(STDERR, '>', '/dev/null');

# Each end by its number: its handle, what waits to be written to it, its peer's number (none: what it says is dropped),
# whether it said all, whether it was told all.
my (%handle, %waiting, %peer, %ended, %told);

sub add {
    my ($handle) = @_;
    my $end = fileno $handle;
    fcntl($handle, $F_SETFL, $NONBLOCK);
    ($handle{$end}, $waiting{$end}, $ended{$end}, $told{$end}) = ($handle, '', 0, 0);
    delete $peer{$end};
    return $end;
}

sub drop {
    my ($end) = @_;
    my $peer = $peer{$end};
    for my $each ($end, defined $peer ? $peer : ()) {
        close $handle{$each} if $handle{$each};
        delete $_->{$each} for (\%handle, \%waiting, \%peer, \%ended, \%told);
    }
}

sub connected {
    accept(my $client, $listener) or return;
    my $end = add($client);
    socket(my $hub, $AF_UNIX, $STREAM, 0) or return drop($end);
    my $other = add($hub);
    if (connect($hub, pack('S a*', $AF_UNIX, "$socket\0"))) {
        ($peer{$end}, $peer{$other}) = ($other, $end);
        return;
    }
    drop($other);
    $waiting{$end} = $BAD_GATEWAY;
}

sub tell_end {
    my ($end) = @_;
    return if $told{$end} || length $waiting{$end};
    my $peer = $peer{$end};
    return if defined $peer && !$ended{$peer};
    shutdown($handle{$end}, 1);
    $told{$end} = 1;
    drop($end) if defined $peer ? $told{$peer} : $ended{$end};
}

sub written {
    my ($end) = @_;
    my $count = syswrite($handle{$end}, $waiting{$end});
    if (!defined $count) {
        drop($end) if $! != $EAGAIN && $! != $EINTR;
        return;
    }
    substr($waiting{$end}, 0, $count) = '';
    tell_end($end);
}

sub readable {
    my ($end) = @_;
    my $count = sysread($handle{$end}, my $bytes, $PIECE);
    if (!defined $count) {
        drop($end) if $! != $EAGAIN && $! != $EINTR;
        return;
    }
    my $peer = $peer{$end};
    if ($count == 0) {
        $ended{$end} = 1;
        return tell_end($peer) if defined $peer && !$told{$peer};
        return drop($end) if $told{$end};
        return;
    }
    return if !defined $peer;
    $waiting{$peer} .= $bytes;
    written($peer);
}

my $looked = 0;
while (1) {
    if ($looked != time) {
        $looked = time;
        kill(0, $command) or exit;
    }
    my ($read, $write) = ('', '');
    vec($read, fileno $listener, 1) = 1 if keys(%handle) < 2 * $MOST;
    for my $end (keys %handle) {
        my $peer = $peer{$end};
        vec($read, $end, 1) = 1 if !$ended{$end} && !(defined $peer && length $waiting{$peer});
        vec($write, $end, 1) = 1 if length $waiting{$end};
    }
    select($read, $write, undef, 1) > 0 or next;
    my $more = vec($read, fileno $listener, 1);
    for my $end (keys %handle) {
        written($end) if $handle{$end} && vec($write, $end, 1);
        readable($end) if $handle{$end} && vec($read, $end, 1);
    }
    connected() if $more;
}
