using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using DynamoToolkit.Transport.Retries;

namespace DynamoToolkit.Protocol;

/// <summary>
/// Distinguishes throttling from other errors. The transport has given up on the request, but a batch continues more slowly.
/// </summary>
internal static class Throttles
{
    /// <summary>
    /// Decides by type, because an exception that did not come from a response has no code; otherwise by what the transport retries.
    /// </summary>
    public static bool IsThrottle(Exception error) => error switch
    {
        ProvisionedThroughputExceededException or RequestLimitExceededException or ThrottlingException => true,
        AmazonServiceException service => Failures.Classify((int)service.StatusCode, service.ErrorCode) == FailureKind.Throttle,
        _ => false,
    };
}
