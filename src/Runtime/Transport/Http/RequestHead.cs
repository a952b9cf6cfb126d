using System.Buffers.Text;

namespace DynamoToolkit.Transport.Http;

/// <summary>The headers of an HTTP/1.1 request, as .NET writes them.</summary>
internal static class RequestHead
{
    /// <summary>Reads how many bytes a request has, headers and body.</summary>
    /// <param name="start">How it begins.</param>
    /// <param name="length">Its length; 0 where it can't be told.</param>
    /// <returns>Whether all headers are there and give the body's length.</returns>
    public static bool TryReadLength(ReadOnlySpan<byte> start, out long length)
    {
        length = 0;
        var head = start.IndexOf("\r\n\r\n"u8) + 4;
        if (head < 4)
            return false;

        var header = "\r\nContent-Length: "u8;
        var position = start[..head].IndexOf(header);
        if (position < 0 || !Utf8Parser.TryParse(start[(position + header.Length)..head], out uint body, out _))
            return false;

        length = (long)head + body;
        return true;
    }
}
