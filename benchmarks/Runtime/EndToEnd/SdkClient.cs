using Amazon.DynamoDBv2;

namespace DynamoToolkit.Benchmarks.EndToEnd;

/// <summary>Sets up the AWS SDK's client as its defaults are.</summary>
internal static class SdkClient
{
    public static AmazonDynamoDBClient Create(Uri uri) =>
        new("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", new AmazonDynamoDBConfig
        {
            ServiceURL = uri.AbsoluteUri,
            AuthenticationRegion = "eu-west-1",
        });
}
