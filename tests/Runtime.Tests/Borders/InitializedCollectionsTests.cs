using Amazon;
using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Borders;

namespace DynamoToolkit.Runtime.Tests.Borders;

/// <summary>Not beside other tests: the setting is the whole process's.</summary>
[CollectionDefinition(DisableParallelization = true)]
[Collection(typeof(InitializedCollectionsTests))]
public sealed class InitializedCollectionsTests
{
    [Fact]
    public void AttributeValue_WithEmptyCollectionsInIt_IsWhatItHolds()
    {
        AWSConfigs.InitializeCollections = true;
        try
        {
            Assert.Equal("""{"L":[{"S":"a"}]}""", Write(new AttributeValue { L = [new AttributeValue("a")] }));
            Assert.Equal("""{"SS":["a"]}""", Write(new AttributeValue { SS = ["a"] }));
            Assert.Equal("""{"M":{"a":{"S":"b"}}}""", Write(new AttributeValue { M = { ["a"] = new AttributeValue("b") } }));
            Assert.Equal("""{"M":{}}""", Write(new AttributeValue { IsMSet = true }));
        }
        finally
        {
            AWSConfigs.InitializeCollections = false;
        }
    }

    private static string Write(AttributeValue value) => Wire.Roundtrip.Write<AttributeValue, AttributeValueConverter>(value);
}
