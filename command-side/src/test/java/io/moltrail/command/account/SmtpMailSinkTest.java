package io.moltrail.command.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.moltrail.command.account.MailServer.Account;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpMailSinkTest {

  private static final String STORE_PASSWORD = "changeit";
  private static final Optional<Account> ACCOUNT =
      Optional.of(new Account("moltrail", "good for tests"));

  @TempDir static Path folder;
  private static Path keys;

  private GreenMail server = new GreenMail(patient(ServerSetup.SMTP));

  @BeforeAll
  static void makeCertificate() throws Exception {
    keys = folder.resolve("mail-server.p12");
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    Process process =
        new ProcessBuilder(
                keytool,
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=dns:localhost",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                keys.toString(),
                "-storepass",
                STORE_PASSWORD)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool.log").toFile())
            .start();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).isZero();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void a_mail_arrives_as_it_was_written() throws Exception {
    server.start();
    sink(false, Optional.empty()).accept(mail("ada@lab.example"));

    MimeMessage arrived = arrived();
    assertThat(arrived.getRecipients(RecipientType.TO)[0]).hasToString("ada@lab.example");
    assertThat(arrived.getSubject()).isEqualTo("Hello");
    assertThat(GreenMailUtil.getBody(arrived)).startsWith("Hello,\r\nyou");
    assertThat(arrived.getMessageID()).isEqualTo("<outbox-7-1795507200000@lab.example>");
    assertThat(arrived.getHeader("Auto-Submitted")).containsExactly("auto-generated");
  }

  @Test
  void a_mail_that_comes_twice_is_known_by_its_name() throws Exception {
    server.start();
    SmtpMailSink sink = sink(false, Optional.empty());
    sink.accept(mail("ada@lab.example"));
    sink.accept(mail("ada@lab.example"));

    MimeMessage[] both = server.getReceivedMessages();
    assertThat(both).hasSize(2);
    assertThat(both[0].getMessageID()).isEqualTo(both[1].getMessageID());
  }

  @Test
  void a_server_that_is_not_there_is_told_without_the_address() {
    server.start();
    SmtpMailSink sink = sink(false, Optional.empty());
    server.stop();

    refused(sink, "did not let us in");
  }

  @ParameterizedTest
  @ValueSource(ints = {550, 450})
  void an_address_that_is_refused_for_good_is_told_apart_from_one_that_is_refused_now(int answer)
      throws Exception {
    try (ServerSocket unwilling = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.startVirtualThread(() -> refuseRecipient(unwilling, answer));
      SmtpMailSink sink =
          new SmtpMailSink(
              new MailServer("127.0.0.1", unwilling.getLocalPort(), false, Optional.empty()));

      assertThatIOException()
          .isThrownBy(() -> sink.accept(mail("ada@lab.example")))
          .satisfies(it -> assertThat(it instanceof RecipientRefused).isEqualTo(answer == 550))
          .satisfies(it -> assertThat(it.getMessage()).doesNotContain("ada", "lab.example"));
    }
  }

  private static void refuseRecipient(ServerSocket server, int answer) {
    try (Socket client = server.accept();
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))) {
      OutputStream out = client.getOutputStream();
      out.write("220 here\r\n".getBytes(StandardCharsets.US_ASCII));
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String said = (line.startsWith("RCPT") ? answer : 250) + " ada@lab.example\r\n";
        out.write(said.getBytes(StandardCharsets.US_ASCII));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void with_a_password_the_mail_goes_over_tls() throws Exception {
    serveOverTls();
    sink(true, ACCOUNT, trusting()).accept(mail("ada@lab.example"));

    assertThat(arrived().getSubject()).isEqualTo("Hello");
  }

  @Test
  void a_wrong_password_is_told_without_the_password() throws Exception {
    serveOverTls();
    Account mistaken = new Account("moltrail", "not good at all");

    refused(sink(true, Optional.of(mistaken), trusting()), "AuthenticationFailedException");
  }

  @Test
  void a_certificate_that_nobody_vouches_for_is_not_believed() throws Exception {
    serveOverTls();

    refused(sink(true, ACCOUNT), "SSLHandshakeException");
  }

  @Test
  void a_password_is_never_sent_in_clear() {
    server.setUser("moltrail", "moltrail", "good for tests");
    server.start();

    refused(sink(false, ACCOUNT), "did not let us in");
  }

  @Test
  void the_setting_names_server_port_and_account() {
    assertThat(MailServer.at(URI.create("smtp://mail.example:2525")))
        .isEqualTo(new MailServer("mail.example", 2525, false, Optional.empty()));
    assertThat(MailServer.at(URI.create("smtp://mail.example")).port()).isEqualTo(587);
    MailServer withAccount = MailServer.at(URI.create("smtps://lab%40x:a%3Ab+c@mail.example"));
    assertThat(withAccount)
        .isEqualTo(
            new MailServer("mail.example", 465, true, Optional.of(new Account("lab@x", "a:b+c"))));
    assertThat(withAccount.toString()).doesNotContain("a:b+c", "lab@x");
  }

  private void refused(SmtpMailSink sink, String why) {
    assertThatIOException()
        .isThrownBy(() -> sink.accept(mail("ada@lab.example")))
        .withNoCause()
        .withMessageContaining(why)
        .satisfies(it -> assertThat(it.getMessage()).doesNotContain("ada", "lab.example", "good"));
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  private void serveOverTls() {
    server.stop();
    System.setProperty("greenmail.tls.keystore.file", keys.toString());
    System.setProperty("greenmail.tls.keystore.password", STORE_PASSWORD);
    server = new GreenMail(patient(ServerSetup.SMTPS));
    server.setUser("moltrail", "moltrail", "good for tests");
    server.start();
  }

  /** A busy machine takes its time. */
  private static ServerSetup patient(ServerSetup setup) {
    ServerSetup patient = setup.dynamicPort();
    patient.setServerStartupTimeout(TimeUnit.MINUTES.toMillis(1));
    return patient;
  }

  private SmtpMailSink sink(boolean secure, Optional<Account> account) {
    return new SmtpMailSink(where(secure, account));
  }

  private SmtpMailSink sink(boolean secure, Optional<Account> account, SSLSocketFactory tls) {
    return new SmtpMailSink(where(secure, account), tls);
  }

  private MailServer where(boolean secure, Optional<Account> account) {
    int port = secure ? server.getSmtps().getPort() : server.getSmtp().getPort();
    return new MailServer("localhost", port, secure, account);
  }

  private static SSLSocketFactory trusting() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream file = Files.newInputStream(keys)) {
      store.load(file, STORE_PASSWORD.toCharArray());
    }
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("server", store.getCertificate("server"));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context.getSocketFactory();
  }

  private MimeMessage arrived() {
    assertThat(server.waitForIncomingEmail(TimeUnit.SECONDS.toMillis(20), 1)).isTrue();
    return server.getReceivedMessages()[0];
  }

  private static Mail mail(String recipient) {
    return new Mail(
        7,
        Instant.parse("2026-11-24T08:00:00Z"),
        "lab.example",
        recipient,
        "Hello",
        "Hello,\nyou\n");
  }
}
