using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Net;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Runtime.Tests.Wire;

public sealed class CollectionConverterTests
{
    private static readonly int[] Numbers = [3, 1, 2];

    [Fact]
    public void Lists_OfEveryKind_ComeBackInOrder()
    {
        Assert.Equal(Numbers, Roundtrip.Through<ImmutableArray<int>, ImmutableArrayConverter<int, NumberConverter<int>>>([.. Numbers]));
        Assert.Equal(Numbers, Roundtrip.Through<ImmutableList<int>, ImmutableListConverter<int, NumberConverter<int>>>([.. Numbers]));
        Assert.Equal(
            Numbers, Roundtrip.Through<IReadOnlyList<int>, InterfaceListConverter<IReadOnlyList<int>, int, NumberConverter<int>>>(Numbers));
        Assert.Equal(
            Numbers,
            Roundtrip.Through<IEnumerable<int>, InterfaceListConverter<IEnumerable<int>, int, NumberConverter<int>>>(
                Numbers.Where(static _ => true)));
        Assert.Equal(Numbers, Roundtrip.Through<IList<int>, InterfaceListConverter<IList<int>, int, NumberConverter<int>>>([.. Numbers]));
        Assert.Equal("""{"L":[]}""", Roundtrip.Write<ImmutableArray<int>, ImmutableArrayConverter<int, NumberConverter<int>>>(default));
    }

    [Fact]
    public void Sets_OfEveryKind_ComeBackEqual()
    {
        Assert.Equal([1, 2, 3], Roundtrip.Through<SortedSet<int>, SortedSetConverter<int, NumberConverter<int>>>([.. Numbers]));
        Assert.Equal(
            [1, 2, 3], Roundtrip.Through<ImmutableSortedSet<int>, ImmutableSortedSetConverter<int, NumberConverter<int>>>([.. Numbers]));
        Assert.True(
            Roundtrip.Through<ImmutableHashSet<int>, ImmutableHashSetConverter<int, NumberConverter<int>>>([.. Numbers])
                .SetEquals(Numbers));
        Assert.True(
            Roundtrip.Through<FrozenSet<int>, FrozenSetConverter<int, NumberConverter<int>>>(Numbers.ToFrozenSet()).SetEquals(Numbers));
        Assert.True(
            Roundtrip.Through<IReadOnlySet<int>, InterfaceSetConverter<IReadOnlySet<int>, int, NumberConverter<int>>>(Numbers.ToHashSet())
                .SetEquals(Numbers));
        Assert.Empty(Roundtrip.Through<IReadOnlySet<int>, InterfaceSetConverter<IReadOnlySet<int>, int, NumberConverter<int>>>(
            new SortedSet<int>()));
    }

    [Fact]
    public void BinarySet_WithTheSameBytesTwice_IsRefused()
    {
        var error = Assert.Throws<InvalidAttributeValueException>(
            () => Roundtrip.Write<HashSet<byte[]>, BinarySetConverter>([[1], [2], [1]]));
        Assert.Contains("the same bytes twice", error.Message);
        Assert.Equal("""{"BS":["AQ==","Ag=="]}""", Roundtrip.Write<HashSet<byte[]>, BinarySetConverter>([[1], [2]]));
    }

    [Fact]
    public void Sets_OfOtherScalars_TakeTheirForm()
    {
        var guid = Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e");
        Assert.Equal(
            """{"SS":["0f8fad5b-d9cb-469f-a165-70867728950e"]}""",
            Roundtrip.Write<HashSet<Guid>, HashSetConverter<Guid, GuidConverter>>([guid]));
        Assert.Equal([guid], Roundtrip.Through<HashSet<Guid>, HashSetConverter<Guid, GuidConverter>>([guid]));
        Assert.Equal(
            """{"NS":["1.5"]}""",
            Roundtrip.Write<HashSet<TimeSpan>, HashSetConverter<TimeSpan, TimeSpanConverter>>([TimeSpan.FromSeconds(1.5)]));
        Assert.Equal(
            """{"SS":["",":\"\n"]}""", Roundtrip.Write<SortedSet<string>, SortedSetConverter<string, StringConverter>>(["", ":\"\n"]));
    }

    [Fact]
    public void Set_OfWhatIsNoScalar_IsRefused()
    {
        Assert.Throws<InvalidAttributeValueException>(
            () => Roundtrip.Write<HashSet<bool>, HashSetConverter<bool, BooleanConverter>>([true]));
        Assert.Throws<InvalidAttributeValueException>(
            () => Roundtrip.Write<HashSet<List<int>>, HashSetConverter<List<int>, ListConverter<int, NumberConverter<int>>>>([[]]));
        Assert.Throws<InvalidAttributeValueException>(
            () => Roundtrip.Write<HashSet<int?>, HashSetConverter<int?, NullableConverter<int, NumberConverter<int>>>>([null]));
    }

    [Theory]
    [InlineData("""{"NS":["1"]}""")]
    [InlineData("""{"SS":[1]}""")]
    [InlineData("""{"SS":[{"S":"a"}]}""")]
    [InlineData("""{"SS":["a",]}""")]
    [InlineData("""{"SS":["a"],"x":1}""")]
    [InlineData("""{"L":[]}""")]
    [InlineData("""{"BOOL":true}""")]
    public void Set_ThatIsNone_IsAFormatError(string json)
        => Assert.Throws<ItemFormatException>(() => Roundtrip.Read<HashSet<string>, StringSetConverter>(json));

    [Fact]
    public void Dictionaries_ByOtherKeys_ComeBackEqual()
    {
        var guid = Guid.NewGuid();
        Assert.Equal(
            [KeyValuePair.Create(guid, 1)],
            Roundtrip.Through<Dictionary<Guid, int>, KeyedDictionaryConverter<Guid, GuidMapKey, int, NumberConverter<int>>>(
                new() { [guid] = 1 }));
        Assert.Equal(
            """{"M":{"-7":{"N":"1"}}}""",
            Roundtrip.Write<
                SortedDictionary<long, int>,
                SortedDictionaryConverter<long, IntegerMapKey<long>, int, NumberConverter<int>>>(new() { [-7] = 1 }));
        Assert.Equal(
            [KeyValuePair.Create(-7L, 1)],
            Roundtrip.Through<
                ImmutableSortedDictionary<long, int>,
                ImmutableSortedDictionaryConverter<long, IntegerMapKey<long>, int, NumberConverter<int>>>(
                ImmutableSortedDictionary<long, int>.Empty.Add(-7, 1)));
        var day = new DateOnly(2026, 11, 20);
        Assert.Equal(
            "a",
            Roundtrip.Through<
                ImmutableDictionary<DateOnly, string>,
                ImmutableDictionaryConverter<DateOnly, DateOnlyMapKey, string, StringConverter>>(
                ImmutableDictionary<DateOnly, string>.Empty.Add(day, "a"))[day]);
        Assert.Equal(
            "a",
            Roundtrip.Through<FrozenDictionary<string, string>, FrozenDictionaryConverter<string, StringMapKey, string, StringConverter>>(
                new Dictionary<string, string> { ["k"] = "a" }.ToFrozenDictionary())["k"]);
        Assert.Equal(
            "a",
            Roundtrip.Through<
                IReadOnlyDictionary<string, string>,
                InterfaceDictionaryConverter<IReadOnlyDictionary<string, string>, string, StringMapKey, string, StringConverter>>(
                new Dictionary<string, string> { ["k"] = "a" })["k"]);
    }

    [Fact]
    public void Dictionary_KeyThatIsNone_IsAFormatError()
    {
        var exception = Assert.Throws<ItemFormatException>(
            () => Roundtrip.Read<Dictionary<int, int>, KeyedDictionaryConverter<int, IntegerMapKey<int>, int, NumberConverter<int>>>(
                """{"M":{"x":{"N":"1"}}}"""));
        Assert.Contains("whole number that fits Int32", exception.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidAttributeValueException>(
            () => Roundtrip.Write<Dictionary<string, int>, DictionaryConverter<int, NumberConverter<int>>>(new() { [""] = 1 }));
    }

    [Fact]
    public void Null_WhereTheTypeHasNone_IsRefused()
    {
        Assert.Throws<InvalidAttributeValueException>(() => Roundtrip.Write<string, StringConverter>(null!));
        Assert.Throws<InvalidAttributeValueException>(() => Roundtrip.Write<byte[], BytesConverter>(null!));
        Assert.Throws<InvalidAttributeValueException>(() => Roundtrip.Write<List<string>, ListConverter<string, StringConverter>>([null!]));
        Assert.Throws<InvalidAttributeValueException>(() => Roundtrip.Write<List<string>, ListConverter<string, StringConverter>>(null!));
        Assert.Throws<InvalidAttributeValueException>(() => Roundtrip.Write<HashSet<string>, StringSetConverter>(null!));
        Assert.Throws<InvalidAttributeValueException>(() => Roundtrip.Write<HashSet<string>, StringSetConverter>(["a", null!]));
        Assert.Throws<InvalidAttributeValueException>(
            () => Roundtrip.Write<Dictionary<string, int>, DictionaryConverter<int, NumberConverter<int>>>(null!));
        Assert.Throws<InvalidAttributeValueException>(() => Roundtrip.Write<Uri, UriConverter>(null!));
    }

    [Theory]
    [InlineData("https://example.com/a b?q=ü#x")]
    [InlineData("relative/path")]
    [InlineData("/rooted")]
    [InlineData("mailto:a@b.c")]
    [InlineData("")]
    public void Uri_OfEveryKind_ComesBackEqual(string text)
    {
        var uri = new Uri(text, text.StartsWith('/') ? UriKind.Relative : UriKind.RelativeOrAbsolute);
        var read = Roundtrip.Through<Uri, UriConverter>(uri);
        Assert.Equal(uri, read);
        Assert.Equal(uri.IsAbsoluteUri, read.IsAbsoluteUri);
        Assert.Equal(uri.OriginalString, read.OriginalString);
    }

    [Fact]
    public void OtherScalars_ThroughTheWire_AreEqual()
    {
        Assert.Equal(new Version(1, 2), Roundtrip.Through<Version, VersionConverter>(new Version(1, 2)));
        Assert.Equal(new Version(1, 2, 3, 4), Roundtrip.Through<Version, VersionConverter>(new Version(1, 2, 3, 4)));
        Assert.Equal(IPAddress.Parse("10.1.2.3"), Roundtrip.Through<IPAddress, IPAddressConverter>(IPAddress.Parse("10.1.2.3")));
        Assert.Equal(IPAddress.Parse("fe80::1%3"), Roundtrip.Through<IPAddress, IPAddressConverter>(IPAddress.Parse("fe80::1%3")));
        Assert.Throws<ItemFormatException>(() => Roundtrip.Read<IPAddress, IPAddressConverter>("""{"S":"here"}"""));
        Assert.Throws<ItemFormatException>(() => Roundtrip.Read<Version, VersionConverter>("""{"S":"1"}"""));
    }
}
