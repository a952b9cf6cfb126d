using DynamoToolkit.Wire;

namespace DynamoToolkit.Runtime.Tests.Wire;

/// <summary>The converter that docs/values.md shows.</summary>
public sealed class CustomConverterTests
{
    [Fact]
    public void Converter_OfAUsersType_TakesPartInEverything()
    {
        List<Money> prices = [new(1.50m, "EUR"), new(2m, "USD")];

        Assert.Equal(
            """{"L":[{"S":"1.50 EUR"},{"S":"2 USD"}]}""", Roundtrip.Write<List<Money>, ListConverter<Money, MoneyConverter>>(prices));
        Assert.Equal(prices, Roundtrip.Through<List<Money>, ListConverter<Money, MoneyConverter>>(prices));
        Assert.Equal("""{"SS":["2 USD"]}""", Roundtrip.Write<HashSet<Money>, HashSetConverter<Money, MoneyConverter>>([new(2m, "USD")]));
    }

    [Fact]
    public void Converter_ThatCannotRead_NamesTheAttribute()
    {
        var exception = Assert.Throws<ItemFormatException>(
            () => Roundtrip.Read<
                Dictionary<string, List<Money>>,
                DictionaryConverter<List<Money>, ListConverter<Money, MoneyConverter>>>(
                    """{"M":{"prices":{"L":[{"S":"2 USD"},{"S":"free"}]}}}"""));

        Assert.Equal("an amount and a currency", exception.Expected);
        Assert.Equal("'free'", exception.Found);
        Assert.EndsWith("prices[1]", exception.AttributeName, StringComparison.Ordinal);
    }
}
