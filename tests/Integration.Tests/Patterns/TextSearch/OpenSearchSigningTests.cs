using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Auth;

namespace DynamoToolkit.Integration.Tests.Patterns.TextSearch;

/// <summary>Requests to OpenSearch say who sends them. Each signature is compared with that of the AWS SDK's own signer.</summary>
public sealed class OpenSearchSigningTests : OpenSearchTests
{
    private const string Token = "IQoJb3JpZ2luX2VjEOb//////////wEaCXVzLWVhc3QtMSJHMEUCIQ+/=";

    [Theory]
    [InlineData("es", null, "https://search-x.eu-west-1.es.amazonaws.com")]
    [InlineData("aoss", Token, "https://x.eu-west-1.aoss.amazonaws.com/")]
    [InlineData("es", Token, "http://127.0.0.1:9200/a path/to%2Fit/")]
    public async Task EveryRequest_HasTheSdksSignature(string service, string? token, string endpoint)
    {
        var credentials = new ImmutableCredentials("KEY", "secret", token);
        var options = Options();
        options.SigningService = service;
        options.Region = "eu-west-1";
        options.Endpoint = new Uri(endpoint);
        options.Credentials = token is null ? new BasicAWSCredentials("KEY", "secret") : new SessionAWSCredentials("KEY", "secret", token);
        Server.Fault = static request => request.Operation switch
        {
            "_search" => OpenSearchStandIn.Answer(200, """{"timed_out":false,"_shards":{"failed":0},"hits":{"hits":[]}}"""),
            "_settings" => OpenSearchStandIn.Answer(200, """{"x":{"settings":{"index":{"uuid":"1"}}}}"""),
            "_mget" => OpenSearchStandIn.Error(400, "illegal_argument_exception"),
            _ => OpenSearchStandIn.Answer(200, """{"acknowledged":true}"""),
        };
        var index = IndexOf(options);
        await index.CreateAsync(Ct);
        await BeginAsync(index);
        await index.BackfillAsync(cancellationToken: Ct);
        await index.SearchAsync(For("Zoë"), Ct);
        Clock.Advance(TimeSpan.FromDays(1));
        await index.SearchAsync(For("Ada"), Ct);
        await Assert.ThrowsAnyAsync<Exception>(() => index.UpdateAsync([Model.Person.Key("1")], Ct));

        Assert.Equal(9, Server.Requests.Count);
        Assert.All(Server.Requests, request =>
        {
            Assert.StartsWith(options.Endpoint.AbsoluteUri.TrimEnd('/'), request.Address.AbsoluteUri, StringComparison.Ordinal);
            Assert.Equal(token, request.Headers.GetValueOrDefault("x-amz-security-token"));
            Assert.Equal(Expected(request, credentials, service), request.Headers["authorization"]);
        });
        Assert.Equal(2, Server.Requests.DistinctBy(static request => request.Headers["x-amz-date"]).Count());
    }

    [Fact]
    public async Task WithoutService_NothingIsSigned()
    {
        await FilledAsync("Ada");
        Assert.All(Server.Requests, static request => Assert.DoesNotContain("authorization", request.Headers.Keys));
        Assert.All(Server.Requests, static request => Assert.DoesNotContain("x-amz-date", request.Headers.Keys));

        var options = Options();
        (options.UserName, options.Password) = ("admin", "p:w");
        await IndexOf(options).SearchAsync(For("Ada"), Ct);
        Assert.Equal("Basic YWRtaW46cDp3", Server.Requests[^1].Headers["authorization"]);
    }

    private static string Expected(StandInRequest request, ImmutableCredentials credentials, string service)
    {
        var names = request.Headers["authorization"].Split("SignedHeaders=")[1].Split(',')[0];
        var headers = new Dictionary<string, string>(request.Headers) { ["host"] = request.Address.Authority };
        var hash = Convert.ToHexStringLower(SHA256.HashData(request.Body));
        Assert.Equal(hash, headers["x-amz-content-sha256"]);
        Assert.Equal(credentials.UseToken, names.Contains("x-amz-security-token", StringComparison.Ordinal));
        var path = string.Join('/', request.Address.AbsolutePath.Split('/').Select(Uri.EscapeDataString));
        var canonical = new StringBuilder($"{request.Method}\n{path}\n\n");
        foreach (var name in names.Split(';'))
            canonical.Append(CultureInfo.InvariantCulture, $"{name}:{headers[name]}\n");
        canonical.Append(CultureInfo.InvariantCulture, $"\n{names}\n{hash}");
        var time = DateTime.ParseExact(
            headers["x-amz-date"],
            "yyyyMMdd'T'HHmmss'Z'",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal);
        return AWS4Signer.ComputeSignature(credentials, "eu-west-1", time, service, names, canonical.ToString()).ForAuthorizationHeader;
    }
}
