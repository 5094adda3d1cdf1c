# What a confined command goes through before it is executed, for which there are no programs everywhere:
#   perl enter.pl NAME=NUMBER,... STEP... -- COMMAND...
# NAME=NUMBER are the kernel's calls on this architecture. Steps are done in their order; one that fails ends it with 126.
#   group DIRECTORY        enters a control group
#   channel                what was standard input and output become descriptors 3 and 4; 0 is empty, 1 goes where 2 does
#   fd N FILE              opens FILE for the command as descriptor N
#   text N TEXT            the same for TEXT, of a few hundred bytes
#   stage DIRECTORY        a mount namespace of its own with an empty, small file system at DIRECTORY
#   show TREE IDENTITY PLACE UID   TREE at PLACE (below DIRECTORY), its owner being UID; nobody else there counts
#   lend TREE PLACE        TREE at PLACE as it is, for what everybody may read
#   become UID             gives up being root for good
#   limit NUMBER VALUE     a bound of each process (setrlimit(2)), for good
#   rules READ WRITE PORTS   begins a Landlock ruleset: the rights that are handled, as numbers
#   allow RIGHTS PATH      adds a rule to it
#   grant RIGHTS PATH IDENTITY   the same for what may have been exchanged
#   restrict               it holds from now on, also for all that is started
#   filter FILE            so does the program for seccomp in FILE
#   set NAME VALUE         in the environment
#   directory PATH         goes there
# IDENTITY is DEVICE:INODE of what was checked; where something else is, or a link on the way, it ends.
# The environment belongs to the command; this runs before it is confined, so perl is told nothing by it.
# No modules, not even strict: loading it costs a tenth of all this takes. A test compiles this with it.

my %number = map { split /=/ } split /,/, shift @ARGV;
my ( $nothing, $ruleset, %owner ) = ("");

sub call {
    my $name = shift;
    my $result = syscall( $number{$name}, @_ );
    die "$name: $!\n" if $result == -1;
    return $result;
}

# A user namespace in which the owner of files that belong to $1 and $2 is $3. It lives as long as its descriptor.
sub owned {
    my ( $uid, $gid, $as ) = @_;
    pipe my $made, my $tell and pipe my $wait, my $end or die "pipe: $!\n";
    my $child = fork;
    die "fork: $!\n" if !defined $child;
    if ( !$child ) {
        close $end;
        call( "unshare", 0x10000000 );    # CLONE_NEWUSER
        syswrite $tell, ".";
        sysread $wait, my $over, 1;
        kill 9, $$;
    }
    close $tell;
    sysread( $made, my $word, 1 ) or die "no user namespace can be made\n";
    for ( [ "uid_map", $uid ], [ "gid_map", $gid ] ) {
        open my $map, ">", "/proc/$child/$_->[0]" or die "$_->[0]: $!\n";
        syswrite $map, "$_->[1] $as 1\n" or die "$_->[0]: $!\n";
    }
    open my $namespace, "<", "/proc/$child/ns/user" or die "user namespace: $!\n";
    close $end;
    waitpid $child, 0;
    return $namespace;
}

# A descriptor of what is at $1 without following any link, if it is what was checked.
sub checked {
    my ( $path, $identity ) = @_;
    my $how = pack "Q3", 012000000, 0, 4;    # O_PATH | O_CLOEXEC; RESOLVE_NO_SYMLINKS
    my $opened = syscall( $number{openat2}, -100, $path, $how, 24 );    # AT_FDCWD
    my ( $device, $inode ) = $opened == -1 ? () : stat "/proc/self/fd/$opened";
    defined $inode && "$device:$inode" eq $identity or die "$path is no longer what was checked\n";
    return $opened;
}

# The end of a mount's way: what $1 holds appears at $2.
sub placed {
    my ( $mount, $place ) = @_;
    call( "move_mount", $mount, $nothing, -100, $place, 4 );    # AT_FDCWD; MOVE_MOUNT_F_EMPTY_PATH
}

# A copy of the mount of $2 in $1, or of the descriptor $1.
sub place {
    my ( $at, $tree, $place ) = @_;
    my ( $uid, $gid ) = ( stat( $tree eq "" ? "/proc/self/fd/$at" : $tree ) )[ 4, 5 ];
    defined $uid or die "$tree: $!\n";
    if   ( -d _ ) { mkdir $place or die "$place: $!\n" }
    else          { open my $file, ">", $place or die "$place: $!\n" }
    my $mount = call( "open_tree", $at, $tree, 02010001 );    # OPEN_TREE_CLONE | AT_EMPTY_PATH | O_CLOEXEC
    return ( $mount, $uid, $gid );
}

my %steps = (
    group => sub {
        open my $processes, ">", "$_[0]/cgroup.procs" or die "$_[0]: $!\n";
        syswrite $processes, "0" or die "$_[0]: $!\n";
    },
    channel => sub {
        call( "dup3", 0, 3, 0 );
        call( "dup3", 1, 4, 0 );
        open my $empty, "<", "/dev/null" or die "/dev/null: $!\n";
        call( "dup3", fileno $empty, 0, 0 );
        call( "dup3", 2, 1, 0 );
    },
    text => sub {
        my ( $wanted, $text ) = @_;
        pipe my $read, my $write or die "pipe: $!\n";
        syswrite $write, $text;
        call( "dup3", fileno $read, $wanted + 0, 0 );
    },
    fd => sub {
        my ( $wanted, $file ) = @_;
        open my $opened, "<", $file or die "$file: $!\n";
        call( "dup3", fileno $opened, $wanted + 0, 0 );
    },
    stage => sub {
        my ($directory) = @_;
        my ( $root, $type, $options ) = ( "/", "tmpfs", "mode=0755,size=1m" );
        -d $directory or mkdir $directory, 0755 or die "$directory: $!\n";
        call( "unshare", 0x20000 );    # CLONE_NEWNS
        call( "mount", $nothing, $root, 0, 0x44000, 0 );    # MS_REC | MS_PRIVATE
        call( "mount", $type, $directory, $type, 6, $options );    # MS_NOSUID | MS_NODEV
    },
    show => sub {
        my ( $tree, $identity, $place, $as ) = @_;
        my ( $mount, $uid, $gid ) = place( checked( $tree, $identity ), $nothing, $place );
        my $namespace = $owner{"$uid $gid"} ||= owned( $uid, $gid, $as );
        my $attributes = pack "Q4", 0x100000, 0, 0, fileno $namespace;    # MOUNT_ATTR_IDMAP
        eval { call( "mount_setattr", $mount, $nothing, 0x1000, $attributes, 32 ); 1 }    # AT_EMPTY_PATH
          or die "the file system of $tree cannot show it under another owner ($!)\n";
        placed( $mount, $place );
    },
    lend => sub {
        my ( $tree, $place ) = @_;
        my ($mount) = place( -100, $tree, $place );    # AT_FDCWD
        placed( $mount, $place );
    },
    limit => sub {
        my ( $which, $most ) = @_;
        my $both = pack "Q2", $most, $most;
        call( "prlimit64", 0, $which + 0, $both, 0 );
    },
    become => sub {
        my $uid = $_[0] + 0;
        chdir "/";
        call( "setgroups", 0, 0 );
        call( "setresgid", $uid, $uid, $uid );
        call( "setresuid", $uid, $uid, $uid );
    },
    rules => sub {
        my $attributes = pack "Q3", @_;
        $ruleset = call( "landlock_create_ruleset", $attributes, $number{landlock_size} || 24, 0 );
    },
    allow => sub {
        my ( $rights, $path ) = @_;
        sysopen my $opened, $path, 010000000 or die "$path: $!\n";    # O_PATH
        my $rule = pack "Ql", $rights, fileno $opened;
        call( "landlock_add_rule", $ruleset, 1, $rule, 0 );
    },
    grant => sub {
        my ( $rights, $path, $identity ) = @_;
        my $rule = pack "Ql", $rights, checked( $path, $identity );
        call( "landlock_add_rule", $ruleset, 1, $rule, 0 );
    },
    restrict => sub {
        call( "prctl", 38, 1, 0, 0, 0 );    # PR_SET_NO_NEW_PRIVS
        call( "landlock_restrict_self", $ruleset, 0 );
    },
    filter => sub {
        open my $file, "<:raw", $_[0] or die "$_[0]: $!\n";
        read $file, my $program, 65536;
        my $filter = pack "S x6 P", length($program) / 8, $program;
        call( "prctl", 38, 1, 0, 0, 0 );
        call( "seccomp", 1, 0, $filter );    # SECCOMP_SET_MODE_FILTER
    },
    set       => sub { $ENV{ $_[0] } = $_[1] },
    directory => sub { chdir $_[0] or die "$_[0]: $!\n" },
);
my %words = ( group => 1, channel => 0, fd => 2, text => 2, lend => 2, limit => 2, stage => 1, show => 4, become => 1, rules => 3, allow => 2, grant => 3, restrict => 0, filter => 1, set => 2, directory => 1 );

eval {
    while ( ( my $step = shift @ARGV ) ne "--" ) {
        $steps{$step}->( splice @ARGV, 0, $words{$step} );
    }
    1;
} or do { print STDERR "strawboss: sandbox: $@"; exit 126 };
exec {$ARGV[0]} @ARGV or print STDERR "strawboss: sandbox: $ARGV[0]: $!\n";
exit 126;
