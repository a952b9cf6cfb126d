using System.Net;
using System.Text.RegularExpressions;
using DynamoToolkit.Local.Server;

namespace DynamoToolkit.Local.Tests.Pages;

/// <summary>A server and a reader of its pages.</summary>
internal sealed partial class PageKit : IAsyncDisposable
{
    private readonly LocalDynamoServer server;
    private readonly HttpClient http;

    private PageKit(LocalDynamo engine, LocalDynamoServer server)
    {
        Engine = engine;
        this.server = server;
        http = new HttpClient { BaseAddress = server.Endpoint };
        http.DefaultRequestHeaders.Accept.ParseAdd("text/html");
    }

    /// <summary>The engine.</summary>
    public LocalDynamo Engine { get; }

    /// <summary>The address of the server.</summary>
    public Uri Endpoint => server.Endpoint;

    /// <summary>Starts a server.</summary>
    public static async Task<PageKit> StartAsync(LocalDynamoOptions? options = null)
    {
        var engine = LocalDynamo.InMemory(options);
        return new PageKit(engine, await LocalDynamoServer.StartAsync(engine, cancellationToken: TestContext.Current.CancellationToken));
    }

    /// <summary>Gets a page.</summary>
    public async Task<string> GetAsync(string path, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var response = await http.GetAsync(path, TestContext.Current.CancellationToken);
        var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(status == response.StatusCode, $"{path}: {response.StatusCode} {page}");
        return page;
    }

    /// <summary>Gets a response.</summary>
    public Task<HttpResponseMessage> GetResponseAsync(string path) => http.GetAsync(path, TestContext.Current.CancellationToken);

    /// <summary>The addresses of links that contain a text.</summary>
    public static List<string> Links(string page, string part) =>
    [
        .. Anchor().Matches(page)
            .Select(static link => WebUtility.HtmlDecode(link.Groups[1].Value))
            .Where(address => address.Contains(part, StringComparison.Ordinal)),
    ];

    /// <summary>The texts of <c>pre</c> elements.</summary>
    public static List<string> Values(string page) =>
        [.. Pre().Matches(page).Select(static value => WebUtility.HtmlDecode(value.Groups[1].Value))];

    /// <summary>The link to the next page; null if this is the last.</summary>
    public static string? Next(string page) => NextLink().Match(page) is { Success: true } link
        ? WebUtility.HtmlDecode(link.Groups[1].Value)
        : null;

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await server.DisposeAsync();
        Engine.Dispose();
    }

    [GeneratedRegex("<a href=\"([^\"]*)\"")]
    private static partial Regex Anchor();

    [GeneratedRegex("<a rel=\"next\" href=\"([^\"]*)\"")]
    private static partial Regex NextLink();

    [GeneratedRegex("<pre>\n([^<]*)</pre>")]
    private static partial Regex Pre();
}
