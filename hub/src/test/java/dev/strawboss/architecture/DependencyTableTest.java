package dev.strawboss.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// The architecture as one table: which package may use which. Read it as a map of the house.
class DependencyTableTest {
    private static final Map<String, Set<String>> MAY_USE =
            Map.ofEntries(
                    // ground
                    Map.entry("bridge", Set.of()),
                    Map.entry("errors", Set.of()),
                    Map.entry("concurrent", Set.of()),
                    Map.entry("crash", Set.of()),
                    Map.entry("json", Set.of("errors")),
                    Map.entry("process", Set.of("errors", "concurrent")),
                    Map.entry("store", Set.of("errors", "concurrent", "crash")),
                    Map.entry("config", Set.of("errors", "concurrent")),
                    // ports
                    Map.entry("placement", Set.of("process", "errors", "concurrent", "crash")),
                    // engine
                    Map.entry(
                            "jobs",
                            Set.of(
                                    "placement",
                                    "store",
                                    "config",
                                    "json",
                                    "errors",
                                    "concurrent",
                                    "crash")),
                    // features
                    Map.entry(
                            "sandbox",
                            Set.of(
                                    "placement",
                                    "process",
                                    "config",
                                    "json",
                                    "errors",
                                    "concurrent")),
                    Map.entry(
                            "workspace",
                            Set.of("process", "errors", "concurrent", "json", "crash")),
                    Map.entry("projects", Set.of("sandbox", "config", "errors")),
                    Map.entry(
                            "egress",
                            Set.of(
                                    "sandbox",
                                    "placement",
                                    "config",
                                    "json",
                                    "errors",
                                    "concurrent")),
                    Map.entry(
                            "secrets",
                            Set.of("jobs", "placement", "process", "config", "json", "concurrent")),
                    Map.entry(
                            "agents",
                            Set.of(
                                    "egress",
                                    "jobs",
                                    "sandbox",
                                    "placement",
                                    "workspace",
                                    "projects",
                                    "config",
                                    "process",
                                    "concurrent",
                                    "json",
                                    "errors")),
                    Map.entry(
                            "commands",
                            Set.of(
                                    "egress",
                                    "jobs",
                                    "sandbox",
                                    "placement",
                                    "workspace",
                                    "process",
                                    "config",
                                    "json",
                                    "errors")),
                    Map.entry(
                            "servers",
                            Set.of(
                                    "upstream",
                                    "secrets",
                                    "config",
                                    "json",
                                    "errors",
                                    "concurrent")),
                    Map.entry(
                            "oauth",
                            Set.of(
                                    "servers",
                                    "upstream",
                                    "egress",
                                    "config",
                                    "json",
                                    "errors",
                                    "concurrent")),
                    Map.entry(
                            "cleanup",
                            Set.of("jobs", "workspace", "config", "errors", "concurrent")),
                    Map.entry(
                            "upstream",
                            Set.of("bridge", "process", "json", "errors", "concurrent")),
                    Map.entry("tokens", Set.of("store", "config", "errors", "concurrent")),
                    // surfaces
                    Map.entry("mcp", Set.of("bridge", "json", "errors", "concurrent")),
                    Map.entry(
                            "tools",
                            Set.of(
                                    "mcp",
                                    "agents",
                                    "projects",
                                    "commands",
                                    "sandbox",
                                    "jobs",
                                    "secrets",
                                    "cleanup",
                                    "workspace",
                                    "tokens",
                                    "config",
                                    "json",
                                    "errors",
                                    "concurrent")),
                    Map.entry(
                            "http",
                            Set.of(
                                    "mcp",
                                    "tokens",
                                    "config",
                                    "bridge",
                                    "json",
                                    "errors",
                                    "concurrent")),
                    Map.entry("backup", Set.of("store", "bridge", "json", "errors")),
                    Map.entry("client", Set.of("bridge", "json", "errors")),
                    Map.entry("cli", Set.of("client", "json", "errors", "concurrent")),
                    Map.entry(
                            "install",
                            Set.of("servers", "process", "bridge", "json", "errors", "config")),
                    Map.entry(
                            "demo",
                            Set.of("client", "bridge", "process", "json", "errors", "config")),
                    Map.entry(
                            "torture",
                            Set.of(
                                    "client",
                                    "bridge",
                                    "crash",
                                    "jobs",
                                    "placement",
                                    "store",
                                    "process",
                                    "json",
                                    "errors",
                                    "concurrent")));

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("dev.strawboss");

    @Test
    void everyPackageUsesOnlyWhatTheTableAllows() {
        Map<String, Set<String>> wrong = new TreeMap<>();
        for (JavaClass type : CLASSES) {
            String from = feature(type);
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                String to = feature(target);
                boolean ours = target.getPackageName().startsWith("dev.strawboss");
                if (ours
                        && !to.equals(from)
                        && !Set.of("main", "bench").contains(from)
                        && !MAY_USE.getOrDefault(from, Set.of()).contains(to)) {
                    wrong.computeIfAbsent(from + " -> " + to, _ -> new TreeSet<>())
                            .add(dependency.getDescription());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void sqlStandsOnlyInTheStoreAndInSqliteClasses() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.strawboss.store", "dev.strawboss.bench")
                .and()
                .haveNameNotMatching(".*\\.(Sqlite|JobRow)\\w*(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.jdbi..", "java.sql..", "org.sqlite..")
                .check(CLASSES);
    }

    @Test
    void threadsStartOnlyInConcurrentAndInTheBridge() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "dev.strawboss.concurrent", "dev.strawboss.bridge", "dev.strawboss.bench")
                .should()
                .callMethod(Thread.class, "ofVirtual")
                .orShould()
                .callMethod(Thread.class, "ofPlatform")
                .orShould()
                .callMethod(Thread.class, "start")
                .orShould()
                .callMethod(Thread.class, "startVirtualThread", Runnable.class)
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.concurrent.Executors")
                .check(CLASSES);
    }

    @Test
    void processesStartOnlyInProcessAndInTheBridge() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "dev.strawboss.process", "dev.strawboss.bridge", "dev.strawboss.bench")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(ProcessBuilder.class)
                .orShould()
                .callMethodWhere(
                        DescribedPredicate.describe(
                                "Runtime.exec",
                                call ->
                                        call.getTarget().getOwner().isEquivalentTo(Runtime.class)
                                                && call.getName().equals("exec")))
                .check(CLASSES);
    }

    @Test
    void environmentAndExitAreReadOnlyAtTheTop() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "dev.strawboss.main", "dev.strawboss.bridge", "dev.strawboss.bench")
                .should()
                .callMethod(System.class, "getenv")
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .orShould()
                .callMethod(System.class, "exit", int.class)
                .check(CLASSES);
    }

    @Test
    void theClockIsInjected() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "dev.strawboss.main", "dev.strawboss.bridge", "dev.strawboss.bench")
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.Clock.class, "systemUTC")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(CLASSES);
    }

    /// The package's word: `dev.strawboss.jobs` is `jobs`.
    private static String feature(JavaClass type) {
        String name = type.getPackageName();
        return name.replaceFirst("^dev\\.strawboss\\.", "").replaceFirst("\\..*", "");
    }
}
