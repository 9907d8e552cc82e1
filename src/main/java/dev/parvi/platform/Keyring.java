package dev.parvi.platform;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.GeneralSecurityException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** AES-256-GCM under a set of keys in the home folder: the newest seals, all of them open. */
@Component
class Keyring implements Secrets {

    private static final Logger LOG = LoggerFactory.getLogger(Keyring.class);

    private final Path file;
    private volatile @Nullable Keys keys;

    Keyring(Home home) {
        this.file = home.secrets().resolve("keyset.json");
    }

    @Override
    public byte[] seal(byte[] plain, String context) {
        try {
            return keys().aead().encrypt(plain, context.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The secret could not be sealed", e);
        }
    }

    @Override
    public byte[] open(byte[] sealed, String context) {
        var place = context.getBytes(StandardCharsets.UTF_8);
        var known = keys;
        if (known != null) {
            try {
                // a key is only ever added, so what is known needs no look at the file: a burst opens thousands
                return known.aead().decrypt(sealed, place);
            } catch (GeneralSecurityException e) {
                LOG.debug("The known keys don't open it; they are read again", e);
            }
        }
        try {
            return keys().aead().decrypt(sealed, place);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "A secret of \"" + context + "\" can't be opened with the keys in " + file
                            + ": was the database restored without its keys?",
                    e);
        }
    }

    /** Adds a key that seals from now on, here and in every process that shares the file; the older ones still open. */
    synchronized void rotate() {
        try {
            var entry = KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                    .withRandomId()
                    .makePrimary();
            save(KeysetHandle.newBuilder(keys().handle()).addEntry(entry).build());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No new key could be made", e);
        }
    }

    /** How many keys open what was sealed. */
    int size() {
        return keys().handle().size();
    }

    /** Another process may have added a key: the file is read again when it is another one. */
    private Keys keys() {
        var known = keys;
        var stamp = stamp();
        if (known != null && known.stamp().equals(stamp)) {
            return known;
        }
        return load();
    }

    private synchronized Keys load() {
        try {
            AeadConfig.register();
            if (!Files.exists(file)) {
                save(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM));
            }
            var stamp = stamp();
            var handle = TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(file), InsecureSecretKeyAccess.get());
            var loaded = new Keys(handle, handle.getPrimitive(RegistryConfiguration.get(), Aead.class), stamp);
            keys = loaded;
            return loaded;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("The keys in " + file + " can't be read: " + e.getMessage(), e);
        }
    }

    private void save(KeysetHandle handle) {
        try {
            var json = TinkJsonProtoKeysetFormat.serializeKeyset(handle, InsecureSecretKeyAccess.get());
            PrivateFiles.write(file, json.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("The keys can't be written to " + file + ": " + e.getMessage(), e);
        }
    }

    private List<Object> stamp() {
        try {
            if (!Files.exists(file)) {
                return List.of();
            }
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            var key = attributes.fileKey();
            return key == null ? List.of(attributes.lastModifiedTime()) : List.of(attributes.lastModifiedTime(), key);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Keys(KeysetHandle handle, Aead aead, List<Object> stamp) {}
}
