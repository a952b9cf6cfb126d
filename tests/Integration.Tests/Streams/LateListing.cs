using System.Text.Json;
using System.Text.Json.Nodes;
using DynamoToolkit.Transport;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Integration.Tests.Streams;

/// <summary>A network over which no description names one of the shards: it is listed late, or it is gone.</summary>
internal sealed class LateListing(IDynamoTransport inner) : IDynamoTransport
{
    /// <summary>The shard that is left out; null for none.</summary>
    public string? Unlisted { get; set; }

    /// <summary>The error of requests for an iterator of the shard if it is gone; null if it is there.</summary>
    public Exception? Gone { get; init; }

    /// <summary>The number of requests for an iterator of the shard.</summary>
    public int Asked { get; private set; }

    public async ValueTask<WireBuffer> SendAsync(DynamoRequest request, CancellationToken cancellationToken)
    {
        if (request.Operation is DynamoOperation.GetShardIterator && IsUnlisted(JsonNode.Parse(request.Body.Span)!))
        {
            Asked++;
            if (Gone is not null)
                throw Gone;
        }

        var response = await inner.SendAsync(request, cancellationToken);
        return request.Operation is DynamoOperation.DescribeStream ? WithoutUnlisted(response) : response;
    }

    // Clients share this.
    public void Dispose()
    {
    }

    private WireBuffer WithoutUnlisted(WireBuffer response)
    {
        using var all = response;
        var answer = JsonNode.Parse(all.WrittenSpan)!;
        answer["StreamDescription"]!["Shards"]!.AsArray().RemoveAll(shard => IsUnlisted(shard!));
        var rest = WireBuffer.Rent();
        using (var json = new Utf8JsonWriter(rest))
            answer.WriteTo(json);
        return rest;
    }

    private bool IsUnlisted(JsonNode shard) => shard["ShardId"]!.GetValue<string>() == Unlisted;
}
