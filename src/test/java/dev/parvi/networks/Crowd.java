package dev.parvi.networks;

import dev.parvi.connector.Heard.Kind;
import dev.parvi.connector.Heard.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Six people on one network who talk by chance: the same seed makes the same talk. */
abstract class Crowd implements Runnable {

    static final int PEOPLE = 6;

    private static final String[] WORDS = {
        "Onko teillä tätä vielä?", "Hyvä juttu ☕️", "Спасибо, очень вкусно!", "I waited for two weeks.", "Kiitos 🙏🏽",
                "Nej tack",
        "Mistä tämän saa?", "So not worth it", "Когда откроетесь?", "Ihan paras", "e\u0301toile & <b>co</b>", "مرحبا"
    };

    private final List<Uttered> said = new ArrayList<>();
    private final int most;
    private final long pauseMillis;
    private final Predicate<Uttered> heard;
    protected final Random random;
    private volatile int uttered;
    private volatile int silentFrom = Integer.MAX_VALUE;
    private volatile @Nullable Exception broken;

    /** @param heard whether the desk holds it already, with the words it has now */
    Crowd(long seed, int most, long pauseMillis, Predicate<Uttered> heard) {
        this.random = new Random(seed);
        this.most = most;
        this.pauseMillis = pauseMillis;
        this.heard = heard;
    }

    /** Lets some of the crowd say something new. */
    abstract Uttered speak(String words) throws Exception;

    /** Changes how something stands. */
    abstract void turn() throws Exception;

    @Override
    public void run() {
        try {
            while (uttered < most) {
                if (uttered >= silentFrom) {
                    TimeUnit.MILLISECONDS.sleep(100);
                    continue;
                }
                var next = speak(
                        WORDS[random.nextInt(WORDS.length)] + " " + getClass().getSimpleName() + uttered);
                synchronized (said) {
                    said.add(next);
                }
                uttered++;
                if (uttered > 10 && random.nextInt(100) < 35) {
                    turn();
                }
                TimeUnit.MILLISECONDS.sleep(random.nextLong(2 * pauseMillis));
            }
        } catch (Exception e) {
            broken = e;
        }
    }

    /** They say so much more and then wait until they're told to go on. */
    void pauseAfter(int more) {
        silentFrom = uttered + more;
    }

    void goOn() {
        silentFrom = Integer.MAX_VALUE;
    }

    int uttered() throws Exception {
        if (broken != null) {
            throw broken;
        }
        return uttered;
    }

    boolean done() throws Exception {
        return uttered() >= most;
    }

    List<Uttered> all() {
        synchronized (said) {
            return List.copyOf(said);
        }
    }

    /** One of what was said, later ones more often, so that threads grow deep; null where there is none. */
    @Nullable
    Uttered some(Predicate<Uttered> which) {
        var all = all().stream().filter(which).toList();
        return all.isEmpty() ? null : all.get(all.size() - 1 - (int) (all.size() * Math.pow(random.nextDouble(), 2)));
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    int person() {
        return random.nextInt(PEOPLE);
    }

    static Uttered comment(String id, String root, @Nullable Uttered below, String speaker, boolean us, String text) {
        var parent = below == null || below.id.equals(root) ? null : below.id;
        return new Uttered(id, Kind.COMMENT, root, parent, speaker, us, text);
    }

    /** It can't be found any more; what the desk never held it may never hold. */
    void vanish(Uttered which) {
        which.unheard = !heard.test(which);
        which.gone = true;
    }

    /** Whether the desk holds it and all that stands below it. */
    boolean heard(Uttered which) {
        return heard.test(which) && below(which).stream().allMatch(heard);
    }

    /** What stands below it, at any depth. */
    List<Uttered> below(Uttered which) {
        var below = new ArrayList<Uttered>();
        for (var each : all()) {
            // Later ones only ever answer earlier ones.
            if (each.below.equals(which.id) || below.stream().anyMatch(above -> each.below.equals(above.id))) {
                below.add(each);
            }
        }
        return below;
    }

    /** Nobody who reads the network finds it any more; what the desk never held it may never hold. */
    void cutOff(Uttered which) {
        which.unheard |= !heard.test(which);
    }

    /** What it answered is gone, and the network hangs it one level up. */
    void lift(Uttered which, String below) {
        which.below = below;
        if (!heard.test(which)) {
            which.places.add(below);
        }
    }

    void reword(Uttered which, String words) {
        if (heard.test(which)) {
            which.former.add(which.text);
        }
        which.text = words;
    }

    static void stand(Uttered which, Standing standing) {
        which.standing = standing;
    }
}
