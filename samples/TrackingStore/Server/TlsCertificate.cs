using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace TrackingStore.Server;

/// <summary>The certificate that the options name.</summary>
internal static class TlsCertificate
{
    private static readonly string[] Pkcs12 = [".pfx", ".p12"];

    /// <summary>Reads the certificate, with those of its issuers that its file has.</summary>
    /// <returns>What a connection needs; null if the server has none.</returns>
    /// <exception cref="ArgumentException">A file is not what it should be.</exception>
    public static HttpsConnectionAdapterOptions? Load(ServerOptions options)
    {
        if (options.TlsCertificate is not { } file) return null;
        var password = options.TlsPasswordFile is { } secret ? File.ReadAllText(secret).TrimEnd('\r', '\n') : null;
        try
        {
            var chain = new X509Certificate2Collection();
            if (Pkcs12.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase))
            {
                chain = X509CertificateLoader.LoadPkcs12CollectionFromFile(file, password);
                return Of(chain.First(certificate => certificate.HasPrivateKey), chain);
            }

            chain.ImportFromPemFile(file);
            var key = options.TlsKey ?? file;
            return Of(
                password is null
                    ? X509Certificate2.CreateFromPemFile(file, key)
                    : X509Certificate2.CreateFromEncryptedPemFile(file, password, key),
                chain);
        }
        catch (Exception e) when (e is CryptographicException or InvalidOperationException)
        {
            throw new ArgumentException($"The certificate '{file}' and its private key can't be read: {e.Message}", e);
        }
    }

    private static HttpsConnectionAdapterOptions Of(X509Certificate2 certificate, X509Certificate2Collection chain) =>
        new() { ServerCertificate = certificate, ServerCertificateChain = chain };
}
