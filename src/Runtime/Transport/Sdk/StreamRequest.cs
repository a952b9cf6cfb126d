using Amazon.DynamoDBv2;

namespace DynamoToolkit.Transport.Sdk;

/// <summary>Any request to the API of streams, for which the SDK's client has no types.</summary>
internal sealed class StreamRequest : AmazonDynamoDBRequest;
