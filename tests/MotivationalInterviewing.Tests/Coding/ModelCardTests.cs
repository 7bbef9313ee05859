using System.Security.Cryptography;
using MotivationalInterviewing.Coding;

namespace MotivationalInterviewing.Tests.Coding;

public class ModelCardTests
{
    [Fact]
    public void Card_OfTheShippedModel_NamesItsSourcesItsTermsAndItsHash()
    {
        var card = UtteranceCoder.Default.Card!;
        Assert.NotEmpty(card.Sources);
        Assert.NotEmpty(card.KnownFailures);
        Assert.NotEqual("", card.License);
        var model = File.ReadAllBytes(Repository.Path("src", "MotivationalInterviewing", "Models", "coding.model"));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(model)), card.Sha256);
        Assert.All([CodingMode.Single, CodingMode.Live, CodingMode.Session], mode => Assert.InRange(card.DirectionMacroF1(mode), 0.5, 1));
    }
}
