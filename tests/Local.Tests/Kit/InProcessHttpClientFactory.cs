using System.Net;
using Amazon.Runtime;

namespace DynamoToolkit.Local.Tests.Kit;

/// <summary>Gives the AWS SDK an HTTP client that calls the engine in process.</summary>
internal sealed class InProcessHttpClientFactory(LocalDynamo engine) : HttpClientFactory
{
    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(new Handler(engine));

    private sealed class Handler(LocalDynamo engine) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var target = request.Headers.GetValues("X-Amz-Target").Single();
            var body = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
            var answer = await engine.ExecuteAsync(target.Split('.')[1], body, cancellationToken);
            using var buffer = answer.Body;
            var response = new HttpResponseMessage((HttpStatusCode)answer.StatusCode)
            {
                Content = new ByteArrayContent(buffer.WrittenSpan.ToArray()),
            };
            response.Headers.Add("x-amzn-RequestId", answer.RequestId);
            return response;
        }
    }
}
