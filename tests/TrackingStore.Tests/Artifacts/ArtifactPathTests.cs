using TrackingStore.Artifacts;
using TrackingStore.Errors;

namespace TrackingStore.Tests.Artifacts;

public sealed class ArtifactPathTests
{
    /// <summary>Ways out of the root, as a client may write them.</summary>
    public static TheoryData<string> Attacks { get; } =
    [
        "..", "../x", "a/../x", "a/..", "/etc/passwd", "//host/share", "a\\b", "..\\x", "C:/x", "C:\\x", "c:x", "a#b", "a\0b", "a\nb",
        "%2e%2e/x", "%2E%2E%2Fx", "..%2fx", "a/%2e%2e/%2e%2e/x", "%252e%252e/x", "%25252e%25252e%25252fx", "%2fetc/passwd", "%252fetc",
        "a%5cb", "a%255cb",
        "a%00b", "a%2500b", "a%23b", "file:///etc/passwd", "FILE:/etc", "file%3a/etc", ".uploads/x", "a\uFFFDb", "a\uFFFE", "a%EF%BF%BF",
    ];

    [Theory]
    [MemberData(nameof(Attacks))]
    public void Parse_WayOut_IsInvalid(string path)
    {
        var error = Assert.Throws<TrackingException>(() => ArtifactPath.Parse(path));
        Assert.Equal(new TrackingError.ArtifactPathUnsafe(), error.Error);
    }

    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData("a/b.txt", "a/b.txt")]
    [InlineData("a//b/./c/", "a/b/c")]
    [InlineData("100%25 done", "100%25 done")]
    [InlineData("..a/b..", "..a/b..")]
    [InlineData("ünï/ç 日本", "ünï/ç 日本")]
    public void Parse_GoodPath_IsKept(string? path, string expected) => Assert.Equal(expected, ArtifactPath.Parse(path).Text);

    [Fact]
    public void Parse_NameThatNoDiskTakes_IsInvalid()
    {
        Assert.Throws<TrackingException>(() => ArtifactPath.Parse(new string('a', 256)));
        Assert.Throws<TrackingException>(() => ArtifactPath.Parse(new string('é', 128)));
        Assert.Throws<TrackingException>(() => ArtifactPath.Parse(string.Join('/', Enumerable.Repeat("abcdefgh", 300))));
    }
}
