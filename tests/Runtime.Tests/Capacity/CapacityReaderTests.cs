using System.Text;

namespace DynamoToolkit.Runtime.Tests.Capacity;

public sealed class CapacityReaderTests
{
    [Theory]
    [InlineData(
        """{"ConsumedCapacity":[{"TableName":"a","CapacityUnits":2},{"Table":{"CapacityUnits":1}}]}""",
        "a 2 {\"TableName\":\"a\",\"CapacityUnits\":2}",
        " 0 {\"Table\":{\"CapacityUnits\":1}}")]
    [InlineData(
        """{"Items":[{"a":{"S":"]"}}],"ConsumedCapacity": {"TableName":"a","CapacityUnits":0.5} }""",
        "a 0.5 {\"TableName\":\"a\",\"CapacityUnits\":0.5}")]
    [InlineData("""{"Item":{"ConsumedCapacity":{"S":""}}}""")]
    [InlineData("""{"ConsumedCapacity":null}""")]
    [InlineData("{}")]
    public void FindAll_GivesEachTablesCapacityAndWhereItStands(string response, params string[] expected)
    {
        var bytes = Encoding.UTF8.GetBytes(response);

        Assert.Equal(
            expected,
            CapacityReader.FindAll(bytes).Select(found => FormattableString.Invariant(
                $"{found.Capacity.TableName} {found.Capacity.CapacityUnits} {Encoding.UTF8.GetString(bytes[found.Json])}")));
    }
}
