using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DynamoToolkit.Integration.Tests.Faults;

/// <summary>
/// Stands between a client and a server, and makes some requests fail: before the server has seen them, or after it has done what they ask,
/// which the client cannot tell apart.
/// </summary>
internal sealed class FaultyProxy : IAsyncDisposable
{
    private readonly HttpMessageInvoker upstream = new(new SocketsHttpHandler { UseProxy = false, ActivityHeadersPropagator = null });
    private readonly Uri server;
    private readonly Func<Fault> nextFault;
    private readonly IHost host;
    private readonly ConcurrentDictionary<Fault, int> met = new();

    private FaultyProxy(Uri server, Func<Fault> nextFault)
    {
        this.server = server;
        this.nextFault = nextFault;
        host = new HostBuilder()
            .ConfigureWebHost(web => web
                .UseKestrelCore()
                .UseKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0))
                .Configure(app => app.Run(HandleAsync)))
            .Build();
    }

    public Uri Endpoint { get; private set; } = null!;

    /// <summary>How many requests met each fault, or none.</summary>
    public IReadOnlyDictionary<Fault, int> Met => met;

    public static async Task<FaultyProxy> StartAsync(Uri server, Func<Fault> nextFault)
    {
        var proxy = new FaultyProxy(server, nextFault);
        await proxy.host.StartAsync();
        proxy.Endpoint = new Uri(
            proxy.host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
        upstream.Dispose();
    }

    private async Task HandleAsync(HttpContext context)
    {
        var fault = nextFault();
        met.AddOrUpdate(fault, 1, static (_, count) => count + 1);
        switch (fault)
        {
            case Fault.Throttle:
                await RefuseAsync(context, 400, "ProvisionedThroughputExceededException");
                return;
            case Fault.ErrorBefore:
                await RefuseAsync(context, 500, "InternalServerError");
                return;
            case Fault.ResetBefore:
                context.Abort();
                return;
        }

        using var response = await ForwardAsync(context);
        if (response is null)
            return;

        switch (fault)
        {
            case Fault.ErrorAfter:
                await RefuseAsync(context, 500, "InternalServerError");
                return;
            case Fault.ResetAfter:
                context.Abort();
                return;
            case Fault.Slow:
                await Task.Delay(20, CancellationToken.None);
                break;
            case Fault.Late:
                await GiveUpAsync(context);
                return;
        }

        context.Response.StatusCode = (int)response.StatusCode;
        foreach (var header in response.Headers.Where(static h => h.Key.StartsWith("x-am", StringComparison.OrdinalIgnoreCase)))
            context.Response.Headers[header.Key] = header.Value.ToArray();
        await context.Response.Body.WriteAsync(await response.Content.ReadAsByteArrayAsync());
    }

    /// <summary>Never answers: the client has to lose patience.</summary>
    private static async Task GiveUpAsync(HttpContext context)
    {
        var aborted = new TaskCompletionSource();
        await using var registration = context.RequestAborted.Register(aborted.SetResult);
        await aborted.Task;
    }

    /// <summary>Has the server do what the request asks; null when its client has given up meanwhile.</summary>
    private async Task<HttpResponseMessage?> ForwardAsync(HttpContext context)
    {
        var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var request = new HttpRequestMessage(HttpMethod.Post, server) { Content = new ByteArrayContent(body.ToArray()) };
        foreach (var header in context.Request.Headers)
        {
            if (!request.Headers.TryAddWithoutValidation(header.Key, header.Value.ToArray()))
                request.Content.Headers.TryAddWithoutValidation(header.Key, header.Value.ToArray());
        }

        request.Headers.Host = null;

        // A request whose client has given up on a busy machine must not come after what the client does next.
        if (context.RequestAborted.IsCancellationRequested)
            return null;
        return await upstream.SendAsync(request, CancellationToken.None);
    }

    private static Task RefuseAsync(HttpContext context, int status, string code)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsync($$"""{"__type":"com.amazonaws.dynamodb.v20120810#{{code}}","message":"injected"}""");
    }
}
