package dev.strawboss.torture;

import dev.strawboss.crash.HubDied;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.jobs.JobId;
import dev.strawboss.jobs.Jobs;
import dev.strawboss.jobs.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// A person who, while others want their jobs done, pauses a queue or everything, lets it go on,
/// and cleans up. At the end of a life everything goes on.
final class Overseer {
    static final String NARROW = "narrow";
    private static final String NAME = "overseer";

    private final Ledger ledger;
    private final Random random;
    private final List<Act> acts = new ArrayList<>();

    /// @param after milliseconds
    /// @param what 0 to 2: pause the queue, everything, everything with what runs; 3: clean up
    private record Act(int after, int what, int length) {}

    Overseer(Ledger ledger, Random random) {
        this.ledger = ledger;
        this.random = random;
        for (int i = random.nextInt(4); i > 0; i--) {
            acts.add(new Act(random.nextInt(8), random.nextInt(4), random.nextInt(8)));
        }
    }

    void oversee(Jobs jobs) {
        try {
            for (Act act : acts) {
                Thread.sleep(act.after());
                act(jobs, act);
            }
            goOn(jobs, new Scope.Queue(NARROW));
            goOn(jobs, new Scope.Everything());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (HubDied | StrawbossException e) {
            return; // the next life's overseer lets everything go on
        }
    }

    private void act(Jobs jobs, Act act) throws InterruptedException {
        if (act.what() == 3) {
            jobs.history().forget(ledger.doneWith(random));
            return;
        }
        Scope scope = act.what() == 0 ? new Scope.Queue(NARROW) : new Scope.Everything();
        jobs.queues().pause(scope, NAME);
        if (act.what() == 2) {
            for (JobId id : jobs.queues().running(scope)) {
                jobs.queues().pause(id, NAME);
            }
        }
        Thread.sleep(act.length());
        goOn(jobs, scope);
    }

    private static void goOn(Jobs jobs, Scope scope) {
        jobs.queues().resume(scope);
        jobs.queues().waiting(scope).forEach(jobs.queues()::resume);
    }
}
