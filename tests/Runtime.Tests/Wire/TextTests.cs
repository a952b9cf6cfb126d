using System.Text.Json;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Runtime.Tests.Wire;

/// <summary>Text is copied in blocks: what must not be copied as it is can lie anywhere in them, and at their borders.</summary>
public sealed class TextTests
{
    [Theory]
    [InlineData("\"")]
    [InlineData("\\")]
    [InlineData("\0")]
    [InlineData("\u001f")]
    [InlineData("\u007f")]
    [InlineData("\u0080")]
    [InlineData("ā")]
    [InlineData("Ģ")]
    [InlineData("∢")]
    [InlineData("\uffff")]
    [InlineData("😀")]
    public void Character_AnywhereInText_IsWrittenAsJson(string odd)
    {
        const string Plain = " !#09AZ[]^az{|}~ !#09AZ[]^az{|}~ !#09AZ[]^az{|}~";
        for (var length = 0; length <= Plain.Length; length++)
        {
            IsWritten(Plain[..length]);
            for (var position = 0; position <= length; position++)
            {
                IsWritten(Plain[..length].Insert(position, odd));
                IsWritten(odd + Plain[..length].Insert(position, odd));
            }
        }
    }

    [Fact]
    public void HalfOfASurrogatePair_AnywhereInText_IsRefused()
    {
        for (var length = 0; length < 40; length++)
        {
            for (var position = 0; position <= length; position++)
            {
                var text = new string('a', length).Insert(position, "\ud83d");
                Assert.Throws<InvalidAttributeValueException>(() => Write(text));
            }
        }
    }

    private static void IsWritten(string text) => Assert.Equal(text, JsonSerializer.Deserialize<string>(Write(text)));

    private static byte[] Write(string text)
    {
        using var buffer = WireBuffer.Rent(16);
        var writer = new ItemWriter(buffer);
        writer.WriteJsonString(text);
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }
}
