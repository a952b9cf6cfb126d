using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace DynamoToolkit.Protocol;

/// <summary>Tells throttling from other errors: the transport has given up on the request, and a batch goes on more slowly.</summary>
internal static class Throttles
{
    public static bool IsThrottle(Exception error) =>
        error is ProvisionedThroughputExceededException or RequestLimitExceededException
            || error is AmazonDynamoDBException { ErrorCode: "ThrottlingException" or "ProvisionedThroughputExceededException" or "RequestLimitExceeded" };
}
