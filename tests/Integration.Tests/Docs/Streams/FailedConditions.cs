using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Integration.Tests.Model;

namespace DynamoToolkit.Integration.Tests.Docs.Streams;

// example: failed-condition
internal static class FailedConditions
{
    public static async Task IgnoreFailedCondition(this Task<ItemResult<Run>> write)
    {
        try
        {
            await write;
        }
        catch (ConditionalCheckFailedException)
        {
            // What is stored is newer.
        }
    }
}
// end
