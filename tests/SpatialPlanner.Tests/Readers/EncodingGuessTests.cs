using System.Text;
using SpatialPlanner.Data.Readers.Encodings;

namespace SpatialPlanner.Tests.Readers;

public sealed class EncodingGuessTests
{
    static EncodingGuessTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("凤阳县")]
    [InlineData("亳州市")]
    [InlineData("一中")]
    [InlineData("幼儿园")]
    [InlineData("社区卫生服务站")]
    [InlineData("朝阳门街道")]
    [InlineData("碑林区")]
    [InlineData("联通")]
    [InlineData("濮阳县")]
    [InlineData("老年食堂")]
    [InlineData("A座")]
    [InlineData("12号楼")]
    [InlineData("雁塔区小寨路街道办事处")]
    [InlineData("人民公园")]
    [InlineData("菜市场")]
    [InlineData("深圳市")]
    [InlineData("瑶海区")]
    [InlineData("颍上县")]
    [InlineData("名称")]
    [InlineData("编码")]
    [InlineData("建筑面积")]
    public void OneShortNameInGbkIsChinese(string name) => Assert.Equal(EncodingGuess.Chinese, Guess("gb18030", name));

    [Theory]
    [InlineData("臺北市")]
    [InlineData("中正區")]
    [InlineData("國民小學")]
    [InlineData("圖書館")]
    [InlineData("衛生所")]
    [InlineData("信義區松山路")]
    [InlineData("九龍塘")]
    [InlineData("銅鑼灣")]
    [InlineData("公園")]
    [InlineData("觀塘區")]
    [InlineData("長者中心")]
    [InlineData("新北市板橋區")]
    [InlineData("名稱")]
    public void OneShortNameInBig5IsTraditional(string name) => Assert.Equal(EncodingGuess.TraditionalChinese, Guess("big5", name));

    [Theory]
    [InlineData("Müller")]
    [InlineData("Größe")]
    [InlineData("São José dos Campos")]
    [InlineData("CAÑÓN DEL COLORADO")]
    [InlineData("Las Palmas de Gran Canaria, Peñón, Artenara, Agüimes")]
    [InlineData("Création d'un parc\nÉcole élémentaire\nMaison des aînés")]
    [InlineData("Århus")]
    [InlineData("é")]
    public void AccentsOfLatinAreNoChinese(string text) => Assert.Equal(EncodingGuess.Latin, Guess("windows-1252", text));

    [Theory]
    [InlineData("凤阳县")]
    [InlineData("臺北市")]
    [InlineData("Müller")]
    [InlineData("улица Ленина")]
    [InlineData("Αθήνα")]
    [InlineData("school")]
    [InlineData("")]
    public void Utf8IsKnownByItsForm(string text) => Assert.Equal(EncodingGuess.Utf8, Guess("utf-8", text));

    [Theory]
    [InlineData("utf-8", "utf-8")]
    [InlineData("gb18030", "gb18030")]
    public void ATextMayEndInsideACharacter(string encoding, string guess)
    {
        var bytes = Encoding.GetEncoding(encoding).GetBytes("合肥市瑶海区胜利路街道");
        Assert.Equal(guess, EncodingGuess.Of(bytes.AsSpan(0, bytes.Length - 1)));
    }

    // Names of counties, communities and facilities in both scripts, alone and a few together.
    [Fact]
    public void NamesOfCountiesAreToldApartInEitherEncoding()
    {
        string[] simplified =
        [
            "宿松县", "枞阳县", "潜山市", "太湖县", "岳西县", "歙县", "黟县", "祁门县", "休宁县", "绩溪县", "旌德县", "泾县", "郎溪县", "广德市",
            "无为市", "庐江县", "巢湖市", "长丰县", "肥东县", "肥西县", "裕安区", "霍邱县", "舒城县", "金寨县", "霍山县", "蒙城县", "利辛县",
            "谯城区", "埇桥区", "砀山县", "萧县", "灵璧县", "泗县", "烈山区", "相山区", "杜集区", "濉溪县", "颍州区", "颍东区", "临泉县", "太和县",
        ];
        string[] traditional =
        [
            "基隆市", "宜蘭縣", "桃園市", "新竹縣", "苗栗縣", "臺中市", "彰化縣", "南投縣", "雲林縣", "嘉義市", "臺南市", "高雄市", "屏東縣",
            "花蓮縣", "臺東縣", "澎湖縣", "金門縣", "連江縣", "深水埗區", "油尖旺區", "黃大仙區", "葵青區", "荃灣區", "屯門區", "元朗區", "沙田區",
        ];
        var wrong = simplified.Where(n => Guess("gb18030", n) != EncodingGuess.Chinese)
            .Concat(traditional.Where(n => Guess("big5", n) != EncodingGuess.TraditionalChinese)).ToArray();
        Assert.Empty(wrong);
    }

    private static string Guess(string encoding, string text) => EncodingGuess.Of(Encoding.GetEncoding(encoding).GetBytes(text));
}
