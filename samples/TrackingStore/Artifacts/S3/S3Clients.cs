using Amazon.Runtime;
using Amazon.S3;

namespace TrackingStore.Artifacts.S3;

/// <summary>Clients of S3, or of a server with its API.</summary>
internal static class S3Clients
{
    private const int MaxRetries = 2;
    private const string StandardRegion = "us-east-1";

    /// <summary>
    /// Makes a client. Its credentials are those that the AWS SDK finds: in the environment, in files, or of the machine.
    /// </summary>
    /// <param name="endpoint">The address of the server; null for the service itself, in the region that the environment names.</param>
    /// <param name="credentials">Other credentials; null for those that the SDK finds.</param>
    public static AmazonS3Client Create(Uri? endpoint, AWSCredentials? credentials = null)
    {
        var config = new AmazonS3Config
        {
            MaxErrorRetry = MaxRetries,
            // Other servers than the service do not know the checksums that the SDK adds otherwise. Each request is signed with the hash of
            // its body, and TLS protects the way.
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        };
        if (endpoint is not null)
        {
            config.ServiceURL = endpoint.AbsoluteUri;
            config.ForcePathStyle = true;
            config.AuthenticationRegion = Environment.GetEnvironmentVariable("AWS_REGION")
                ?? Environment.GetEnvironmentVariable("AWS_DEFAULT_REGION") ?? StandardRegion;
        }

        return credentials is null ? new AmazonS3Client(config) : new AmazonS3Client(credentials, config);
    }
}
