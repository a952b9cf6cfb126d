namespace TrackingStore.Tests.Support;

/// <summary>Asks for pages and sends their forms, as a browser does that runs no scripts. It follows no redirects.</summary>
internal sealed class PageClient : IDisposable
{
    private readonly HttpClient http;

    /// <summary>A client of the server, and as the user, of another one.</summary>
    public PageClient(MlflowClient client)
    {
        http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = client.Http.BaseAddress };
        http.DefaultRequestHeaders.Authorization = client.Http.DefaultRequestHeaders.Authorization;
        Origin = client.Http.BaseAddress!.GetLeftPart(UriPartial.Authority);
    }

    /// <summary>The origin of the server's own pages.</summary>
    public string Origin { get; }

    public void Dispose() => http.Dispose();

    /// <summary>Asks for a page.</summary>
    public Task<PageAnswer> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    /// <summary>Sends a form of one of the server's own pages.</summary>
    public Task<PageAnswer> PostAsync(string path, params (string Name, string Value)[] fields) =>
        PostAsync(path, ("Origin", Origin), fields);

    /// <summary>Sends a form with some header.</summary>
    public Task<PageAnswer> PostAsync(string path, (string Name, string Value)? header, params (string Name, string Value)[] fields)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        };
        if (header is { } one) request.Headers.Add(one.Name, one.Value);
        return SendAsync(request);
    }

    private async Task<PageAnswer> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
            return new PageAnswer(
                (int)response.StatusCode,
                await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
                response.Headers.Location?.OriginalString,
                string.Join(' ', response.Headers.Concat(response.Content.Headers).Select(h => $"{h.Key}: {string.Join(',', h.Value)}\n")));
        }
    }
}
