using DynamoToolkit.Shared.Schema;

namespace DynamoToolkit.Analyzers.Tests.Schema;

/// <summary>Which values a member of another type still reads.</summary>
public sealed class StoredTypeChangeTests
{
    [Theory]
    [InlineData("S", "S", true)]
    [InlineData("S Guid", "S", true)]
    [InlineData("S", "S Guid", false)]
    [InlineData("S DateTime", "S DateOnly", false)]
    [InlineData("N int", "N long", true)]
    [InlineData("N long", "N int", false)]
    [InlineData("N uint", "N int", false)]
    [InlineData("N uint", "N long", true)]
    [InlineData("N int", "N uint", false)]
    [InlineData("N byte", "N sbyte", false)]
    [InlineData("N int", "N double", true)]
    [InlineData("N long", "N double", false)]
    [InlineData("N long", "N decimal", true)]
    [InlineData("N int", "N float", false)]
    [InlineData("N float", "N double", true)]
    [InlineData("N double", "N decimal", false)]
    [InlineData("N seconds", "N long", false)]
    [InlineData("N int", "S", false)]
    [InlineData("list of N int", "list of N long", true)]
    [InlineData("list of N int", "set of N int", false)]
    [InlineData("dictionary of list of N int", "dictionary of list of N long", true)]
    [InlineData("map A", "map B", false)]
    [InlineData("", "S", false)]
    public void Type_IsReadable(string old, string now, bool expected) => Assert.Equal(expected, StoredTypeChange.IsReadable(old, now));
}
