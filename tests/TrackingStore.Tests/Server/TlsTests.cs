using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using TrackingStore.Server;

namespace TrackingStore.Tests.Server;

/// <summary>HTTPS with the files of the options.</summary>
public sealed class TlsTests : IDisposable
{
    private const string Password = "secret";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("tracking-tls");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("cert.pem", "key.pem", null)]
    [InlineData("both.pem", null, null)]
    [InlineData("cert.pem", "locked.pem", "password")]
    [InlineData("cert.pfx", null, "password")]
    public async Task Certificate_InAnyForm_ServesHttps(string certificate, string? key, string? password)
    {
        WriteFiles();
        await using var server = await TrackingServer.StartAsync(OptionsOf(certificate, key, password), Ct);
        Assert.Equal("https", server.Url.Scheme);
        using var handler = new HttpClientHandler
        {
            ServerCertificateCustomValidationCallback = (_, shown, _, _) => shown!.Subject == "CN=localhost",
        };
        using var http = new HttpClient(handler) { BaseAddress = server.Url };
        Assert.Equal("OK", await http.GetStringAsync("/health", Ct));
        http.DefaultRequestHeaders.Add("Origin", $"https://localhost:{server.Url.Port}");
        using var response = await http.GetAsync("/api/2.0/mlflow/experiments/get?experiment_id=0", Ct);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        using var plain = new HttpClient();
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => plain.GetAsync($"http://127.0.0.1:{server.Url.Port}/health", Ct));
    }

    [Theory]
    [InlineData("nothing.pem", null, null)]
    [InlineData("cert.pem", null, null)]
    [InlineData("cert.pem", "locked.pem", null)]
    [InlineData("cert.pfx", null, null)]
    [InlineData("password", "key.pem", null)]
    public async Task Certificate_ThatCannotBeRead_KeepsTheServerFromStarting(string certificate, string? key, string? password)
    {
        WriteFiles();
        var error = await Assert.ThrowsAnyAsync<Exception>(() => TrackingServer.StartAsync(OptionsOf(certificate, key, password), Ct));
        Assert.True(error is IOException or ArgumentException, $"{error}");
    }

    private ServerOptions OptionsOf(string certificate, string? key, string? password) => new()
    {
        Port = 0,
        TlsCertificate = PathOf(certificate),
        TlsKey = key is null ? null : PathOf(key),
        TlsPasswordFile = password is null ? null : PathOf(password),
    };

    private void WriteFiles()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        var (open, secret) = (certificate.ExportCertificatePem(), key.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(PathOf("cert.pem"), open);
        File.WriteAllText(PathOf("key.pem"), secret);
        File.WriteAllText(PathOf("both.pem"), $"{secret}\n{open}");
        var how = new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000);
        File.WriteAllText(PathOf("locked.pem"), key.ExportEncryptedPkcs8PrivateKeyPem(Password, how));
        File.WriteAllBytes(PathOf("cert.pfx"), certificate.Export(X509ContentType.Pfx, Password));
        File.WriteAllText(PathOf("password"), Password + "\n");
    }

    private string PathOf(string name) => Path.Combine(folder.FullName, name);
}
