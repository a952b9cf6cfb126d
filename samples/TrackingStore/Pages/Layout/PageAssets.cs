using System.Collections.Frozen;
using System.Security.Cryptography;
using TrackingStore.Endpoints;
using TrackingStore.Protocol;

namespace TrackingStore.Pages.Layout;

/// <summary>
/// The style sheets and scripts of the pages. They are in the program; their address has a hash of all of them, so that a browser keeps
/// them for ever, and modules can import each other by their names.
/// </summary>
internal static class PageAssets
{
    private const string Prefix = "assets/";
    private static readonly FrozenDictionary<string, byte[]> Files = Load();
    private static readonly string Version = HashOf(Files);

    /// <summary>The address of a file.</summary>
    public static string UrlOf(string name) => Files.ContainsKey(name)
        ? $"/static/{Version}/{name}"
        : throw new ArgumentException($"No file '{name}' is in Pages/Assets.", nameof(name));

    /// <summary>Adds the files to the routes. They are public: the page that asks to sign in needs them.</summary>
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/static/{version}/{file}", AnswerAsync).WithMetadata(Access.Public);

    private static async Task AnswerAsync(HttpContext context)
    {
        var name = (string)context.Request.RouteValues["file"]!;
        if (!Files.TryGetValue(name, out var content)) throw MlflowException.Missing($"No such file: '{name}'");
        var response = context.Response;
        response.ContentType = TypeOf(name);
        response.ContentLength = content.Length;
        // A page of another version of the server may ask for its own files.
        var isCurrent = (string)context.Request.RouteValues["version"]! == Version;
        response.Headers.CacheControl = isCurrent ? "public, max-age=31536000, immutable" : "no-cache";
        await response.Body.WriteAsync(content, context.RequestAborted);
    }

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => "text/plain; charset=utf-8",
    };

    private static FrozenDictionary<string, byte[]> Load()
    {
        var assembly = typeof(PageAssets).Assembly;
        var files = new Dictionary<string, byte[]>();
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(resource)!;
            var content = new byte[stream.Length];
            stream.ReadExactly(content);
            files.Add(resource[Prefix.Length..], content);
        }

        return files.ToFrozenDictionary();
    }

    private static string HashOf(FrozenDictionary<string, byte[]> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var name in files.Keys.Order(StringComparer.Ordinal)) hash.AppendData(SHA256.HashData(files[name]));
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));
    }
}
