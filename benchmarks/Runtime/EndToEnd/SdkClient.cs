using Amazon.DynamoDBv2;
using Amazon.Runtime;

namespace DynamoToolkit.Benchmarks.EndToEnd;

/// <summary>Sets up the AWS SDK's client as its defaults are.</summary>
internal static class SdkClient
{
    public const string Region = "eu-west-1";

    /// <summary>The example of AWS's own documentation: as long as real ones.</summary>
    public static readonly AWSCredentials Credentials =
        new BasicAWSCredentials("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");

    public static AmazonDynamoDBConfig Configure(Uri uri) => new() { ServiceURL = uri.AbsoluteUri, AuthenticationRegion = Region };

    public static AmazonDynamoDBClient Create(Uri uri) => new(Credentials, Configure(uri));
}
