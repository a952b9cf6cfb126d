using System.Numerics;
using System.Text;
using DynamoToolkit.Runtime.Tests.Wire.Samples;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Runtime.Tests.Modeling;

public sealed class KeyValueTests
{
    [Fact]
    public void Values_OfEveryType_AreWrittenAsTheMemberWouldBe()
    {
        Assert.Equal("""{"S":"a\"b"}""", Written(KeyValue.Of("a\"b")));
        Assert.Equal("""{"N":"-5"}""", Written(KeyValue.Of(-5)));
        Assert.Equal("""{"N":"18446744073709551615"}""", Written(KeyValue.Of(ulong.MaxValue)));
        Assert.Equal("""{"N":"15E-1"}""", Written(KeyValue.Of(1.50m)));
        Assert.Equal("""{"N":"1E30"}""", Written(KeyValue.Of(BigInteger.Pow(10, 30))));
        Assert.Equal("""{"B":"AQI="}""", Written(KeyValue.Of([1, 2])));
        Assert.Equal(
            """{"S":"0f8fad5b-d9cb-469f-a165-70867728950e"}""", Written(KeyValue.Of(Guid.Parse("0F8FAD5B-D9CB-469F-A165-70867728950E"))));
        Assert.Equal(
            """{"S":"2026-11-20T13:05:00.0000000Z"}""", Written(KeyValue.Of(new DateTime(2026, 11, 20, 13, 5, 0, DateTimeKind.Utc))));
        Assert.Equal("""{"S":"2026-11-20"}""", Written(KeyValue.Of(new DateOnly(2026, 11, 20))));
        Assert.Equal("""{"N":"15E-1"}""", Written(KeyValue.Of(TimeSpan.FromSeconds(1.5))));
    }

    [Fact]
    public void Numbers_ThatAreEqual_AreEqualInEveryNotation()
    {
        Assert.Equal(KeyValue.Of(100), Read("""{"N":"1E+2"}"""));
        Assert.Equal(KeyValue.Of(1.5m), Read("""{"N":"1.500"}"""));
        Assert.Equal(KeyValue.Of(1.5).GetHashCode(), Read("""{"N":"15E-1"}""").GetHashCode());
        Assert.NotEqual(KeyValue.Of(1), KeyValue.Of("1"));
        Assert.NotEqual(KeyValue.Of(0), default);
        Assert.True(KeyValue.Of(0) != KeyValue.Of(1));
        Assert.True(KeyValue.Of([1]) == KeyValue.Of(new byte[] { 1 }));
        Assert.Equal(KeyValue.Of([1]).GetHashCode(), KeyValue.Of(new byte[] { 1 }).GetHashCode());
    }

    [Fact]
    public void Value_ReadBackAsItsType_IsEqual()
    {
        var day = new DateOnly(2026, 11, 20);
        Assert.Equal(day, KeyValue.Of(day).As<DateOnly, DateOnlyConverter>());
        Assert.Equal(1.5m, KeyValue.Of(1.5m).As<decimal, DecimalConverter>());
        Assert.Throws<ItemFormatException>(() => KeyValue.Of("x").As<int, NumberConverter<int>>());
    }

    [Fact]
    public void Default_IsNoValue()
    {
        Assert.True(default(KeyValue).IsNone);
        Assert.Null(default(KeyValue).Text);
        Assert.Equal("", default(KeyValue).ToString());
        Assert.Throws<InvalidOperationException>(() => Written(default));
    }

    [Theory]
    [InlineData("""{"BOOL":true}""")]
    [InlineData("""{"NULL":true}""")]
    [InlineData("""{"N":"x"}""")]
    [InlineData("""{"SS":["a"]}""")]
    public void Value_ThatIsNoKey_IsAFormatError(string json) => Assert.Throws<ItemFormatException>(() => Read(json));

    [Fact]
    public void Key_ThatDoesNotFitTheTable_IsRefusedByName()
    {
        Assert.Equal("orderId", Refused(default).AttributeName);
        Assert.Equal(
            "Attribute 'orderId' is a String key, but its value is a Number. Pass a value of the key's type.",
            Refused(new ItemKey<Order>(KeyValue.Of(1))).Message);
        Assert.Equal(
            "Attribute 'orderId' is a key, but its value is empty. Give the members that the key is built from a value.",
            Refused(new ItemKey<Order>(KeyValue.Of(""))).Message);
        Assert.Equal(
            "Attribute 'orderId' is a key of 2049 bytes, but DynamoDB accepts at most 2048. "
            + "Shorten the members that the key is built from, or use a hash of them.",
            Refused(new ItemKey<Order>(KeyValue.Of($"a{new string('é', 1024)}"))).Message);
        new ItemKey<Order>(KeyValue.Of(new string('é', 1024))).ThrowIfInvalid();
    }

    [Fact]
    public void Key_Written_IsTheMapOfItsAttributes()
    {
        using var buffer = WireBuffer.Rent();
        var writer = new ItemWriter(buffer);
        Order.KeyOf(Order.Example).Write(ref writer);
        writer.Flush();

        Assert.Equal("""{"orderId":{"S":"order-000000012345"}}""", Encoding.UTF8.GetString(buffer.WrittenSpan));
        Assert.Equal("order-000000012345", Order.KeyOf(Order.Example).ToString());
    }

    [Fact]
    public void Models_ToldApartByTheirKeys_MatchOnlyTheirOwn()
    {
        var run = new TableModel("tracking", typeof(Order))
        {
            Partition = KeyModel.Composed("pk", "RUN#{RunId}"),
            Sort = KeyModel.Composed("sk", "META"),
        };

        Assert.True(run.Matches(KeyValue.Of("RUN#1"), KeyValue.Of("META")));
        Assert.False(run.Matches(KeyValue.Of("RUN#1"), KeyValue.Of("META#1")));
        Assert.False(run.Matches(KeyValue.Of("EXP#1"), KeyValue.Of("META")));
        Assert.False(run.Matches(KeyValue.Of("RUN#1"), default));
        Assert.False(run.Matches(KeyValue.Of(1), KeyValue.Of("META")));
    }

    [Fact]
    public void KeyModel_OfAnOddName_EscapesIt()
    {
        var model = new KeyModel("a\"b", KeyType.Number);

        Assert.Equal(""","a\"b":{"N":""" + "\"", Encoding.UTF8.GetString(model.Prefix));
        Assert.Equal(""","a\"b":""", Encoding.UTF8.GetString(model.NamePrefix));
        Assert.True(model.IsNamed("a\"b"u8));
    }

    private static InvalidAttributeValueException Refused(ItemKey<Order> key)
        => Assert.Throws<InvalidAttributeValueException>(key.ThrowIfInvalid);

    private static string Written(KeyValue value)
    {
        using var buffer = WireBuffer.Rent();
        var writer = new ItemWriter(buffer);
        value.Write(ref writer);
        writer.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static KeyValue Read(string json)
    {
        var reader = new ItemReader(Encoding.UTF8.GetBytes(json));
        return KeyValue.Read(ref reader);
    }
}
