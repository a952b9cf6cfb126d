using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace DynamoToolkit.Protocol;

/// <summary>
/// Distinguishes throttling from other errors. The transport has given up on the request, but a batch continues more slowly.
/// </summary>
internal static class Throttles
{
    public static bool IsThrottle(Exception error) =>
        error is ProvisionedThroughputExceededException or RequestLimitExceededException
            || error is AmazonDynamoDBException
            {
                ErrorCode: "ThrottlingException" or "ProvisionedThroughputExceededException" or "RequestLimitExceeded",
            };
}
