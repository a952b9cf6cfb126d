using DynamoToolkit.Shared.Parsing;
using DynamoToolkit.Shared.Roslyn;
using DynamoToolkit.TestKit;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Generator.Tests.Parsing;

/// <summary>What is asked at every keystroke must not grow with code that the answer does not depend on.</summary>
public sealed class SymbolCostTests
{
    [Fact]
    public void AllTypes_OfLargeTypes_DeclaresNoneOfTheirMembers()
    {
        var properties = string.Concat(Enumerable.Range(0, 5_000).Select(i => $"public int P{i} {{ get; set; }} "));
        var compilation = TestCompilation.Create($"public class Large {{ {properties} public class Inner; }}");
        var large = compilation.GetTypeByMetadataName("Large")!;
        var inAll = AllocatedBy(
            () => Assert.Equal(["Large", "Inner"], compilation.Assembly.GlobalNamespace.AllTypes().Select(type => type.Name)));
        var inMembers = AllocatedBy(() => Assert.True(large.GetMembers().Length > 15_000));
        Assert.InRange(inAll, 0, inMembers / 10);
    }

    [Fact]
    public void TypesBelow_OfASealedType_LooksAtNoOther()
    {
        var others = string.Concat(Enumerable.Range(0, 5_000).Select(i => $"public class Other{i} : Base; "));
        var type = TestCompilation.Create($"public class Base; public sealed class Leaf; {others}").GetTypeByMetadataName("Leaf")!;

        // What the first call of the process initializes does not count.
        Families.TypesBelow(TestCompilation.Create("public sealed class First;").GetTypeByMetadataName("First")!);
        Assert.InRange(AllocatedBy(() => Assert.Empty(Families.TypesBelow(type))), 0, 10_000);
    }

    [Fact]
    public void HintNames_OfSeveralTypes_LookThroughTheirNamespaceOnce()
    {
        var others = string.Concat(Enumerable.Range(0, 5_000).Select(i => $"public class Other{i}; "));
        var types = TestCompilation.Create(
            $"namespace Shop; public class First; public class Second; {others}").Assembly.GlobalNamespace.AllTypes().ToList();
        Assert.Equal("Shop.First", HintNames.Of(types[0]));
        Assert.InRange(AllocatedBy(() => Assert.Equal("Shop.Second", HintNames.Of(types[1]))), 0, 10_000);
    }

    /// <summary>Bytes that an action allocates in this thread.</summary>
    private static long AllocatedBy(Action action)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
