using System.Text;

namespace DynamoToolkit.Transport.Endpoints;

/// <summary>The address of requests, with the parts of it that a signature needs.</summary>
internal sealed class ServiceTarget
{
    public ServiceTarget(Uri address)
    {
        Address = address;
        var host = address.HostNameType == UriHostNameType.IPv6 ? $"[{address.IdnHost}]" : address.IdnHost;
        Host = address.IsDefaultPort ? host : $"{host}:{address.Port}";
        CanonicalPath = EncodeAgain(address.AbsolutePath);
    }

    public Uri Address { get; }

    /// <summary>The value of the header <c>Host</c>, as the HTTP handler sends it.</summary>
    public string Host { get; }

    /// <summary>The path as Signature Version 4 requires it: encoded twice.</summary>
    public string CanonicalPath { get; }

    private static string EncodeAgain(string path)
    {
        if (path is "" or "/")
            return "/";

        var encoded = new StringBuilder();
        foreach (var segment in path[1..].Split('/'))
            encoded.Append('/').Append(Uri.EscapeDataString(segment));
        return encoded.ToString();
    }
}
