using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Emit;
using Xunit;

namespace DynamoToolkit.TestKit;

/// <summary>An assembly of base classes that test sources refer to.</summary>
/// <param name="Image">The assembly.</param>
/// <param name="Reference">The assembly as a project reference shows it to the compiler: without what is private or internal.</param>
public sealed record Library(byte[] Image, MetadataReference Reference)
{
    /// <summary>Compiles a library named <c>Library</c>.</summary>
    public static Library Of(string source)
    {
        var compilation = TestCompilation.Create(source).WithAssemblyName("Library");
        TestCompilation.AssertCompiles(compilation);
        using var image = new MemoryStream();
        Assert.True(compilation.Emit(image, cancellationToken: TestContext.Current.CancellationToken).Success);
        using var reference = new MemoryStream();
        var options = new EmitOptions(metadataOnly: true, includePrivateMembers: false);
        Assert.True(compilation.Emit(reference, options: options, cancellationToken: TestContext.Current.CancellationToken).Success);
        return new Library(image.ToArray(), MetadataReference.CreateFromImage(reference.ToArray()));
    }
}
