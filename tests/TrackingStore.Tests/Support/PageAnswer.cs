using System.Net;

namespace TrackingStore.Tests.Support;

/// <summary>A page that the server answered, or where it leads.</summary>
internal sealed record PageAnswer(int Status, string Text, string? Location, string Headers)
{
    /// <summary>The page as its readers see its text and the values of attributes.</summary>
    public string Decoded => WebUtility.HtmlDecode(Text);

    /// <summary>Checks the status, and returns the answer.</summary>
    public PageAnswer Is(int status)
    {
        Assert.True(Status == status, $"{Status} instead of {status}: {Text}");
        return this;
    }

    /// <summary>Checks that the page says something.</summary>
    public PageAnswer Says(string text)
    {
        Assert.Contains(text, Decoded, StringComparison.Ordinal);
        return this;
    }

    /// <summary>Checks that the page does not say something.</summary>
    public PageAnswer SaysNot(string text)
    {
        Assert.DoesNotContain(text, Decoded, StringComparison.Ordinal);
        return this;
    }

    /// <summary>Checks that the browser is sent to another page.</summary>
    public void LeadsTo(string location) => Assert.Equal((303, location), (Status, Location));
}
