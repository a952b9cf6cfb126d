using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.DataModel;

namespace DynamoToolkit.Benchmarks;

/// <summary>Sets up the object persistence model as fast and as like the others as it goes.</summary>
internal static class SdkContext
{
    public static DynamoDBContext Create(IAmazonDynamoDB client) => new DynamoDBContextBuilder()
        .WithDynamoDBClient(() => client)
        .ConfigureContext(static config =>
        {
            // Booleans as BOOL and lists as L; the old conversion writes 1 and SS.
            config.Conversion = DynamoDBEntryConversion.V2;
            config.DisableFetchingTableMetadata = true;
        })
        .Build();
}
