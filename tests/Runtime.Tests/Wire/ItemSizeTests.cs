using System.Text;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Runtime.Tests.Wire;

/// <summary>Sizes by the rules of the AWS page "DynamoDB item sizes and formats". Names count in a map.</summary>
public sealed class ItemSizeTests
{
    [Theory]
    [InlineData("0", 1)]
    [InlineData("0.000", 1)]
    [InlineData("1", 2)]
    [InlineData("12", 2)]
    [InlineData("123", 3)]
    [InlineData("-5", 3)]
    [InlineData("0.5", 2)]
    [InlineData("1000000", 2)]
    [InlineData("1E6", 2)]
    [InlineData("10E5", 2)]
    [InlineData("99999999999999999999999999999999999999", 20)]
    [InlineData("-9.9999999999999999999999999999999999999E-100", 22)]
    public void Number_CountsItsSignificantDigits(string number, int bytes) => Assert.Equal(bytes, Of($$"""{"N":"{{number}}"}"""));

    [Theory]
    [InlineData("""{"S":""}""", 0)]
    [InlineData("""{"S":"aä€😀\n"}""", 11)]
    [InlineData("""{"B":"AAECAw=="}""", 4)]
    [InlineData("""{"BOOL":true}""", 1)]
    [InlineData("""{"NULL":true}""", 1)]
    [InlineData("""{"SS":["a","bc"]}""", 3)]
    [InlineData("""{"NS":["1","1000"]}""", 4)]
    [InlineData("""{"L":[{"S":"a"},{"S":"bc"}]}""", 3 + 2 + 3)]
    [InlineData("""{"M":{"ab":{"S":"c"}}}""", 3 + 4)]
    public void Value_CountsItsBytes(string json, int bytes) => Assert.Equal(bytes, Of(json));

    private static int Of(string json) => ItemSize.OfValue(Encoding.UTF8.GetBytes(json));
}
