using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Borders;
using DynamoToolkit.Runtime.Tests.Wire.Samples;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Runtime.Tests.Borders;

public sealed class BorderTests
{
    [Fact]
    public void AttributeMap_OfAnItem_ComesBackEqual()
    {
        var map = Order.Example.ToAttributeMap();

        Assert.Equal("42", map["quantity"].N);
        Assert.Equal("Berlin", map["shipTo"].M["city"].S);
        Assert.Equal(["gift", "fragile", "priority"], map["tags"].SS);
        var read = Order.FromAttributeMap(map);
        Assert.Equivalent(Order.Example, read);
    }

    [Fact]
    public void AttributeMap_ThatDoesNotFit_IsAFormatError()
    {
        var map = Order.Example.ToAttributeMap();
        map["shipTo"].M["city"] = new AttributeValue { N = "1" };

        var exception = Assert.Throws<ItemFormatException>(() => Order.FromAttributeMap(map));
        Assert.Equal("shipTo.city", exception.AttributeName);
        Assert.Equal(typeof(Order), exception.ItemType);
        Assert.Equal("Attribute 'shipTo.city' of Order: expected String (S), found Number (N).", exception.Message);
    }

    [Fact]
    public void AttributeMap_WithoutARequiredAttribute_NamesIt()
    {
        var map = Order.Example.ToAttributeMap();
        map["shipTo"].M.Remove("city");

        Assert.Equal("shipTo.city", Assert.Throws<ItemFormatException>(() => Order.FromAttributeMap(map)).AttributeName);
        map.Remove("shipTo");
        map.Remove("status");
        Assert.Equal("status", Assert.Throws<ItemFormatException>(() => Order.FromAttributeMap(map)).AttributeName);
    }

    [Fact]
    public void AttributeValues_OfEveryType_ComeBackEqual()
    {
        var value = new AttributeValue
        {
            L =
            [
                new AttributeValue("text"), new AttributeValue { N = "1E-130" }, new AttributeValue { BOOL = false },
                new AttributeValue { NULL = true },
                new AttributeValue { B = new MemoryStream([1, 2]) }, new AttributeValue { SS = ["a"] },
                new AttributeValue { NS = ["1", "2"] },
                new AttributeValue { BS = [new MemoryStream([3])] }, new AttributeValue { M = [] }, new AttributeValue { L = [] },
            ],
        };

        var read = Wire.Roundtrip.Through<AttributeValue, AttributeValueConverter>(value);

        Assert.Equal(
            Wire.Roundtrip.Write<AttributeValue, AttributeValueConverter>(value),
            Wire.Roundtrip.Write<AttributeValue, AttributeValueConverter>(read));
        Assert.Equal(
            """{"L":[{"S":"text"},{"N":"1E-130"},{"BOOL":false},{"NULL":true},{"B":"AQI="},{"SS":["a"]},{"NS":["1","2"]},""" +
            """{"BS":["Aw=="]},{"M":{}},{"L":[]}]}""",
            Wire.Roundtrip.Write<AttributeValue, AttributeValueConverter>(read));
    }

    [Fact]
    public void AttributeValue_ThatHoldsNothingOrItself_IsRefused()
    {
        var circle = new AttributeValue { M = [] };
        circle.M["again"] = circle;

        Assert.Throws<InvalidAttributeValueException>(
            () => Wire.Roundtrip.Write<AttributeValue, AttributeValueConverter>(new AttributeValue()));
        Assert.Throws<InvalidAttributeValueException>(
            () => Wire.Roundtrip.Write<AttributeValue, AttributeValueConverter>(new AttributeValue { SS = [] }));
        Assert.Throws<InvalidAttributeValueException>(
            () => Wire.Roundtrip.Write<AttributeValue, AttributeValueConverter>(new AttributeValue { N = "one" }));
        Assert.Throws<InvalidAttributeValueException>(() => Wire.Roundtrip.Write<AttributeValue, AttributeValueConverter>(circle));
    }

    [Fact]
    public void DynamoJson_OfAnItem_ComesBackEqual()
    {
        Assert.Equivalent(Order.Example, DynamoJson.Deserialize<Order>(DynamoJson.Serialize(Order.Example)));
        Assert.Equivalent(Order.Example, DynamoJson.Deserialize<Order>(DynamoJson.SerializeToUtf8Bytes(Order.Example)));
        Assert.Equal(
            """{"street":{"S":"a"},"city":{"S":"b"},"floor":{"N":"0"}}""", DynamoJson.Serialize(new Address { Street = "a", City = "b" }));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"street":{"S":"a"},"city":{"S":"b"}} x""")]
    public void DynamoJson_ThatIsNone_IsAFormatError(string json)
        => Assert.Throws<ItemFormatException>(() => DynamoJson.Deserialize<Address>(json));

    [Fact]
    public void DynamoJson_WithHalfASurrogatePair_IsAFormatError()
        => Assert.Throws<ItemFormatException>(
            () => DynamoJson.Deserialize<Address>("{\"street\":{\"S\":\"\ud800\"},\"city\":{\"S\":\"b\"}}"));
}
